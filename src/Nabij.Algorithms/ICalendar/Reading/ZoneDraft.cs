using Nabij.Algorithms.ICalendar.Zones;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>A VTIMEZONE while it is read.</summary>
internal sealed class ZoneDraft(int line)
{
    private DateTimeZone? zone;
    private bool isSettled;

    public string Id { get; set; } = "";

    /// <summary>X-LIC-LOCATION: the zone meant, should the description be of no use.</summary>
    public string Location { get; set; } = "";

    public List<Observance> Observances { get; } = [];

    public DateTimeZone? ToZone(ProblemList problems)
    {
        if (isSettled)
            return zone;
        isSettled = true;
        if (Observances.Count == 0)
            problems.Add(
                ProblemKind.UnusableZone,
                line,
                $"The description of time zone '{Id}' says nothing; its name is used."
            );
        else
            zone = DescribedZone.Of(Id, Observances, ZoneNames.Find(Id) ?? ZoneNames.Find(Location), line, problems);
        return zone;
    }
}
