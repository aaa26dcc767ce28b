using Nabij.Algorithms.ICalendar.Zones;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>A STANDARD or DAYLIGHT while it is read.</summary>
internal sealed class ObservanceDraft(bool isDaylight, int line)
{
    public CalendarTime? Start { get; set; }

    public int? From { get; set; }

    public int? To { get; set; }

    public string Name { get; set; } = "";

    public List<RecurrenceRule> Rules { get; } = [];

    public List<CalendarTime> Dates { get; } = [];

    public Observance? ToObservance(ProblemList problems)
    {
        if (Start is { } start && From is { } from && To is { } to)
            return new Observance(start, from, to, isDaylight, Name, Rules, Dates);
        problems.Add(
            ProblemKind.UnusableZone,
            line,
            "This part of a time zone lacks DTSTART, TZOFFSETFROM or TZOFFSETTO."
        );
        return null;
    }
}
