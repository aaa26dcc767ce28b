using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>The quarters of an hour that somebody has, of some rooms in some days.</summary>
public sealed class TakenQuarters(IEnumerable<(RoomId Room, LocalDate Date, int Quarter)> taken)
{
    private readonly ILookup<(RoomId, LocalDate), int> byDay = taken.ToLookup(t => (t.Room, t.Date), t => t.Quarter);

    public bool Overlap(RoomId room, Slot slot) => byDay[(room, slot.Date)].Intersect(slot.TakenQuarters).Any();

    /// <summary>The stretches between these quarters that nobody has.</summary>
    public IEnumerable<(int From, int Until)> Gaps(RoomId room, LocalDate date, int from, int until)
    {
        var start = from;
        foreach (var quarter in byDay[(room, date)].Where(q => q >= from && q < until).Order())
        {
            if (quarter > start)
                yield return (start, quarter);
            start = quarter + 1;
        }
        if (start < until)
            yield return (start, until);
    }
}
