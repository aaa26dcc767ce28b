using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using NodaTime;

namespace Nabij.Modules.Coordination.Counting;

/// <summary>
/// How many calls became what, a week. A number of 1 to 4 is hidden, because who called could be guessed; and a total is the sum of the
/// numbers that are shown, so that no hidden one can be reckoned from it.
/// </summary>
public sealed class CallFigures(IEnumerable<(LocalDate Week, CallKind Kind)> calls)
{
    private readonly Dictionary<(LocalDate, CallKind), int> counts = calls.CountBy(c => (c.Week, c.Kind)).ToDictionary();

    /// <summary>Null is few.</summary>
    public int? In(LocalDate week, CallKind kind) => counts.GetValueOrDefault((week, kind)) is var n && SmallNumber.IsFew(n) ? null : n;

    public int TotalOf(LocalDate week) => Enum.GetValues<CallKind>().Sum(kind => In(week, kind) ?? 0);

    public int TotalOf(CallKind kind) => counts.Keys.Where(k => k.Item2 == kind).Sum(k => In(k.Item1, kind) ?? 0);

    public static LocalDate WeekOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
}

public sealed class CountCalls(NabijDb db, IClock clock)
{
    public const int Weeks = 8;

    /// <summary>The Mondays, this week's first.</summary>
    public IReadOnlyList<LocalDate> Mondays =>
        [.. Enumerable.Range(0, Weeks).Select(back => CallFigures.WeekOf(clock.GetCurrentInstant().TodayAt()).PlusWeeks(-back))];

    public async Task<CallFigures> HandleAsync(CancellationToken ct)
    {
        var since = Mondays[^1].InstantAt(LocalTime.Midnight);
        var calls = await db.Calls.Where(c => c.At >= since).Select(c => new { c.At, c.Kind }).ToListAsync(ct);
        return new(calls.Select(c => (CallFigures.WeekOf(c.At.TodayAt()), c.Kind)));
    }
}
