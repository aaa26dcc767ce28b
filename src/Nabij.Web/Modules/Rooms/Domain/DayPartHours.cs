using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>The parts of the week as hours: a morning ends at noon, an afternoon at six.</summary>
public static class DayPartHours
{
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Six = new(18, 0);
    private static readonly LocalTime Night = new(23, 45);

    /// <summary>The stretches of this slot that lie in one of these parts, from long enough on.</summary>
    public static IEnumerable<Slot> Within(Slot slot, DayParts parts, int minutes)
    {
        if (slot.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            return parts.HasFlag(DayParts.Weekend) ? [slot] : [];
        if (parts.HasFlag(DayParts.Always))
            return [slot];
        return Hours(parts).Select(part => Cut(slot, part.From, part.Until)).Where(cut => cut.From < cut.Until && cut.Minutes >= minutes);
    }

    private static IEnumerable<(LocalTime From, LocalTime Until)> Hours(DayParts parts)
    {
        if (parts.HasFlag(DayParts.WeekdayMorning))
            yield return (LocalTime.Midnight, Noon);
        if (parts.HasFlag(DayParts.WeekdayAfternoon))
            yield return (Noon, Six);
        if (parts.HasFlag(DayParts.WeekdayEvening))
            yield return (Six, Night);
    }

    private static Slot Cut(Slot slot, LocalTime from, LocalTime until) =>
        slot with
        {
            From = LocalTime.Max(slot.From, from),
            Until = LocalTime.Min(slot.Until, until),
        };
}
