using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Puts the properties of a VEVENT into its draft.</summary>
internal sealed class EventReader(ValueReader values, ReadingLimits limits, ProblemList problems)
{
    public EventDraft Draft { get; } = new();

    public void Read(PropertyName name, in ContentLine line, ZoneDirectory zones)
    {
        if (!ReadTime(name, line, zones) && !ReadText(name, line))
            ReadState(name, line);
    }

    private bool ReadTime(PropertyName name, in ContentLine line, ZoneDirectory zones)
    {
        switch (name)
        {
            case PropertyName.DtStart:
                Draft.Start ??= values.Time(line, zones);
                break;
            case PropertyName.DtEnd:
                Draft.End ??= values.Time(line, zones);
                break;
            case PropertyName.Duration:
                Draft.Duration ??= values.Duration(line);
                break;
            case PropertyName.RRule:
                AddRule(Draft.Rules, line);
                break;
            case PropertyName.ExRule:
                AddRule(Draft.ExceptionRules, line);
                break;
            case PropertyName.RDate:
                values.Periods(line, zones, Draft.RecurrenceDates);
                break;
            case PropertyName.ExDate:
                values.Times(line, zones, Draft.ExceptionDates);
                break;
            case PropertyName.RecurrenceId:
                Draft.RecurrenceId ??= values.Time(line, zones);
                Draft.ThisAndFuture = PropertyNames.Same(line.Parameter("RANGE"u8), "THISANDFUTURE"u8);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ReadText(PropertyName name, in ContentLine line)
    {
        switch (name)
        {
            case PropertyName.Uid:
                Draft.Uid = values.Text(line);
                break;
            case PropertyName.Summary:
                Draft.Summary = values.Text(line);
                break;
            case PropertyName.Description:
                Draft.Description = values.Text(line);
                break;
            case PropertyName.Location:
                Draft.Location = values.Text(line);
                break;
            case PropertyName.Url:
                Draft.Url = values.Text(line);
                break;
            case PropertyName.Organizer:
                Draft.Organizer = values.Text(line);
                break;
            case PropertyName.Contact:
                Draft.Contact = values.Text(line);
                break;
            case PropertyName.Geo:
                Draft.Geo = values.Text(line);
                break;
            case PropertyName.Class:
                Draft.Classification = values.Text(line);
                break;
            case PropertyName.Color:
                Draft.Color = values.Text(line);
                break;
            case PropertyName.Conference:
                Draft.Conference = values.Text(line);
                break;
            case PropertyName.Image when !PropertyNames.Same(line.Parameter("VALUE"u8), "BINARY"u8):
                Draft.Image = values.Text(line);
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadState(PropertyName name, in ContentLine line)
    {
        switch (name)
        {
            case PropertyName.Sequence:
                Draft.Sequence = values.Number(line);
                break;
            case PropertyName.DtStamp:
                Draft.Stamp = values.Moment(line);
                break;
            case PropertyName.Created:
                Draft.Created = values.Moment(line);
                break;
            case PropertyName.LastModified:
                Draft.LastModified = values.Moment(line);
                break;
            case PropertyName.Transp:
                Draft.Transparent = PropertyNames.Same(values.Word(line), "TRANSPARENT"u8);
                break;
            case PropertyName.Categories:
                Draft.Categories.AddRange(TextValue.DecodeList(values.Word(line)));
                break;
            case PropertyName.Status:
                Draft.Status = StatusOf(values.Word(line));
                break;
        }
    }

    private static EventStatus StatusOf(ReadOnlySpan<byte> word) =>
        PropertyNames.Same(word, "CANCELLED"u8) || PropertyNames.Same(word, "CANCELED"u8) ? EventStatus.Cancelled
        : PropertyNames.Same(word, "TENTATIVE"u8) ? EventStatus.Tentative
        : EventStatus.Confirmed;

    private void AddRule(List<RecurrenceRule> rules, in ContentLine line)
    {
        if (rules.Count >= limits.RulesPerEvent)
            problems.Add(
                ProblemKind.TooManyRules,
                line.Number,
                $"An event has more than {limits.RulesPerEvent} rules; this one was left out."
            );
        else if (values.Rule(line) is { } rule)
            rules.Add(rule);
    }
}
