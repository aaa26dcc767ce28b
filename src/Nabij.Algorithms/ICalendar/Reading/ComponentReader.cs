namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Follows BEGIN and END, and hands each property to the component it stands in.</summary>
internal sealed class ComponentReader(ValueReader values, ReadingLimits limits, ProblemList problems)
{
    private enum Component
    {
        Calendar,
        Event,
        Zone,
        Observance,
        Other,
    }

    private readonly List<(Component Kind, byte[] Name, int Line)> open = [];
    private readonly EventReader reader = new(values, limits, problems);
    private readonly List<CalendarEvent> events = [];
    private CalendarFeed feed = new();
    private readonly ZoneDirectory zones = new(limits.Zones, problems);
    private ZoneDraft zone = new(0);
    private ObservanceDraft observance = new(false, 0);
    private bool isCancelled;
    private bool sawCalendar;
    private bool isFull;
    private int skippedDepth;

    public CalendarFeed Read(ContentLines lines)
    {
        while (lines.Next(out var line))
        {
            var name = PropertyNames.Of(line.Name);
            if (name == PropertyName.Begin)
                Begin(values.Word(line), line.Number);
            else if (name == PropertyName.End)
                End(values.Word(line), line.Number);
            else if (name != PropertyName.Other && skippedDepth == 0)
                Property(name, line);
        }

        CloseWhatIsOpen();
        if (!sawCalendar && events.Count == 0)
            problems.Add(ProblemKind.NotACalendar, 0, "This is not a calendar: BEGIN:VCALENDAR is nowhere in it.");
        return feed with { Events = events, Problems = problems.All };
    }

    private void Property(PropertyName name, in ContentLine line)
    {
        switch (open.Count == 0 ? Component.Other : open[^1].Kind)
        {
            case Component.Event:
                reader.Read(name, line, zones);
                break;
            case Component.Calendar:
                CalendarProperty(name, line);
                break;
            case Component.Zone when name == PropertyName.TzId:
                zone.Id = values.Text(line).ToString().Trim();
                break;
            case Component.Zone when name == PropertyName.LicLocation:
                zone.Location = values.Text(line).ToString();
                break;
            case Component.Observance:
                ObservanceProperty(name, line);
                break;
        }
    }

    private void CalendarProperty(PropertyName name, in ContentLine line)
    {
        switch (name)
        {
            case PropertyName.Name:
                feed = feed with { Name = values.Text(line) };
                break;
            case PropertyName.CalendarName when feed.Name.IsEmpty:
                feed = feed with { Name = values.Text(line) };
                break;
            case PropertyName.Description:
                feed = feed with { Description = values.Text(line) };
                break;
            case PropertyName.CalendarDescription when feed.Description.IsEmpty:
                feed = feed with { Description = values.Text(line) };
                break;
            case PropertyName.Url:
                feed = feed with { Url = values.Text(line) };
                break;
            case PropertyName.Source:
                feed = feed with { Source = values.Text(line) };
                break;
            case PropertyName.Color:
                feed = feed with { Color = values.Text(line) };
                break;
            case PropertyName.RefreshInterval:
                feed = feed with { RefreshInterval = values.Duration(line) };
                break;
            case PropertyName.PublishedTtl:
                feed = feed with { RefreshInterval = feed.RefreshInterval ?? values.Duration(line) };
                break;
            case PropertyName.CalendarZone:
                zones.LivesIn(values.Text(line).ToString());
                break;
            case PropertyName.Method:
                feed = feed with { Method = values.Text(line) };
                isCancelled = PropertyNames.Same(values.Word(line), "CANCEL"u8);
                break;
        }
    }

    private void ObservanceProperty(PropertyName name, in ContentLine line)
    {
        switch (name)
        {
            case PropertyName.DtStart:
                observance.Start = values.Time(line, zones);
                break;
            case PropertyName.TzOffsetFrom:
                observance.From = values.Offset(line);
                break;
            case PropertyName.TzOffsetTo:
                observance.To = values.Offset(line);
                break;
            case PropertyName.TzName:
                observance.Name = values.Text(line).ToString();
                break;
            case PropertyName.RDate:
                values.Times(line, zones, observance.Dates);
                break;
            case PropertyName.RRule when observance.Rules.Count < limits.RulesPerEvent && values.Rule(line) is { } rule:
                observance.Rules.Add(rule);
                break;
        }
    }

    private void Begin(ReadOnlySpan<byte> name, int line)
    {
        if (skippedDepth > 0 || open.Count >= limits.Depth)
        {
            if (skippedDepth++ == 0)
                problems.Add(
                    ProblemKind.NestedTooDeep,
                    line,
                    $"Components stand more than {limits.Depth} deep within each other; this one was left out."
                );
            return;
        }

        var kind = KindOf(name);
        if (kind is Component.Calendar or Component.Event or Component.Zone)
            CloseDownTo(kind != Component.Calendar && open is [{ Kind: Component.Calendar }, ..] ? 1 : 0, line);
        open.Add((kind, name.ToArray(), line));
        switch (kind)
        {
            case Component.Calendar:
                zones.BeginCalendar();
                (isCancelled, sawCalendar) = (false, true);
                break;
            case Component.Event:
                reader.Draft.Begin(line);
                break;
            case Component.Zone:
                zone = new ZoneDraft(line);
                break;
            case Component.Observance:
                observance = new ObservanceDraft(PropertyNames.Same(name, "DAYLIGHT"u8), line);
                break;
        }
    }

    private Component KindOf(ReadOnlySpan<byte> name) =>
        PropertyNames.Same(name, "VEVENT"u8) ? Component.Event
        : PropertyNames.Same(name, "VCALENDAR"u8) ? Component.Calendar
        : PropertyNames.Same(name, "VTIMEZONE"u8) ? Component.Zone
        : open is [.., { Kind: Component.Zone }] && IsObservance(name) ? Component.Observance
        : Component.Other;

    private static bool IsObservance(ReadOnlySpan<byte> name) =>
        PropertyNames.Same(name, "STANDARD"u8) || PropertyNames.Same(name, "DAYLIGHT"u8);

    private void End(ReadOnlySpan<byte> name, int line)
    {
        if (skippedDepth > 0)
        {
            skippedDepth--;
            return;
        }

        var depth = open.Count - 1;
        while (depth >= 0 && !PropertyNames.Same(open[depth].Name, name))
            depth--;
        if (depth < 0)
        {
            problems.Add(ProblemKind.BrokenNesting, line, $"END:{TextValue.Characters(name)} ends nothing that began.");
            return;
        }

        CloseDownTo(depth + 1, line);
        Close();
    }

    /// <summary>Ends the components that should have ended before this line.</summary>
    private void CloseDownTo(int depth, int line)
    {
        while (open.Count > depth)
        {
            problems.Add(
                ProblemKind.BrokenNesting,
                line,
                $"{TextValue.Characters(open[^1].Name)} of line {open[^1].Line} has no END."
            );
            Close();
        }
    }

    private void Close()
    {
        var kind = open[^1].Kind;
        open.RemoveAt(open.Count - 1);
        switch (kind)
        {
            case Component.Event:
                CloseEvent();
                break;
            case Component.Zone:
                zones.Describe(zone);
                break;
            case Component.Observance when observance.ToObservance(problems) is { } read:
                zone.Observances.Add(read);
                break;
            case Component.Calendar:
                zones.Settle();
                break;
        }
    }

    private void CloseEvent()
    {
        if (open is not [.., { Kind: Component.Calendar }])
            problems.Add(
                ProblemKind.BrokenNesting,
                reader.Draft.Line,
                "An event stands outside a calendar and was left out: there is no BEGIN:VCALENDAR before it."
            );
        else if (events.Count >= limits.Events)
            ReportTooMany();
        else if (reader.Draft.ToEvent(problems, isCancelled) is { } read)
            events.Add(read);
    }

    private void ReportTooMany()
    {
        if (!isFull)
            problems.Add(
                ProblemKind.TooManyEvents,
                reader.Draft.Line,
                $"The feed has more than {limits.Events} events; the rest was left out."
            );
        isFull = true;
    }

    /// <summary>
    /// At the end of the file: a component that was cut off may lack its most important line, so it is not believed.
    /// </summary>
    private void CloseWhatIsOpen()
    {
        while (open.Count > 0)
        {
            var (kind, name, line) = open[^1];
            problems.Add(
                ProblemKind.BrokenNesting,
                line,
                $"{TextValue.Characters(name)} has no END before the file does."
            );
            if (kind == Component.Calendar)
                zones.Settle();
            open.RemoveAt(open.Count - 1);
        }
    }
}
