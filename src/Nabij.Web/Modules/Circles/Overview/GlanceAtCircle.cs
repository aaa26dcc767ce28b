using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Showing;
using NodaTime;

namespace Nabij.Modules.Circles.Overview;

/// <summary>What who looks after a circle wants to see at once, in six queries.</summary>
public sealed class GlanceAtCircle(NabijDb db, CircleInSight circles, CurrentPerson person, IClock clock)
{
    public async Task<Glance?> FindAsync(CircleId id, CancellationToken ct)
    {
        if (await circles.FindAsync(id, ct) is not { } view || !person.MaySeeNumbers(view.Circle))
            return null;
        var today = clock.GetCurrentInstant().TodayAt();
        var (papers, wishes, ahead) = (db.CirclePapers, db.JoinWishes.OpenIn(id), db.MeetUps.AheadIn(id));
        var (runs, calls) = (db.ChainRuns.Where(r => r.Circle == id && r.Day == today).Select(r => r.Id), db.ChainCalls);
        var counts = await db
            .Circles.Where(c => c.Id == id)
            .Select(c => new
            {
                Void = papers.Count(p => p.Circle == id && p.VoidSince != null && !papers.Any(n => n.Circle == id && n.Kind == p.Kind && n.Version > p.Version && n.HandedOutOn != null)),
                Waiting = wishes.Count(),
                Chain = calls.Count(k => runs.Contains(k.Run) && (k.State == CallState.Waiting || k.State == CallState.NotAnswered || k.State == CallState.KeyHolderAsked)),
                Alarms = calls.Count(k => runs.Contains(k.Run) && k.State == CallState.Alarm),
            })
            .SingleAsync(ct);
        var next = await ahead.AsNoTracking().FirstOrDefaultAsync(ct);
        return new(view, today, counts.Void, counts.Waiting, counts.Chain, counts.Alarms, next);
    }
}

/// <summary>A circle at a glance.</summary>
/// <param name="View">The circle and its neighbours.</param>
/// <param name="Today">Seen from which day.</param>
/// <param name="VoidPapers">Papers that are to be printed again.</param>
/// <param name="Waiting">Neighbours who want to belong.</param>
/// <param name="ChainOpen">Calls of today's chain that were not reported yet.</param>
/// <param name="ChainAlarms">Who was not heard in today's chain.</param>
/// <param name="Next">When the circle comes together next.</param>
public sealed record Glance(CircleView View, LocalDate Today, int VoidPapers, int Waiting, int ChainOpen, int ChainAlarms, MeetUp? Next)
{
    /// <summary>From whom nothing was heard for longer than they chose, the longest first.</summary>
    public IReadOnlyList<Neighbour> Silent =>
        [.. View.Neighbours.Where(n => n.Member.IsSilent(Today)).OrderByDescending(n => n.Member.DaysTooSilent(Today)).ThenBy(n => n.Name, StringComparer.Ordinal)];
}
