using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Showing;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Looks up a circle with its chain and the latest day of it.</summary>
public sealed class ChainInSight(NabijDb db, CircleInSight circles, CurrentPerson person, IClock clock)
{
    public async Task<ChainView?> FindAsync(CircleId id, CancellationToken ct)
    {
        if (await circles.FindAsync(id, ct) is not { } circle || !person.MaySee(circle.Has(person.IdOrNone)))
            return null;
        var chain = await db.CallChains.AsNoTracking().SingleOrDefaultAsync(c => c.Circle == id, ct);
        var run = await db.ChainRuns.AsNoTracking().Latest(id, clock.GetCurrentInstant().TodayAt()).FirstOrDefaultAsync(ct);
        return new(circle, chain ?? new CallChain(id), run);
    }

    public Task<IReadOnlyDictionary<PersonId, string>> NumbersAsync(ChainView view, CancellationToken ct) => circles.NumbersAsync(view.Circle.Neighbours, ct);
}

/// <summary>A circle with its chain. <paramref name="Run"/>: how it goes today, or went the last time.</summary>
public sealed record ChainView(CircleView Circle, CallChain Chain, ChainRun? Run)
{
    public string NameOf(PersonId? person) => Circle.Find(person)?.Name ?? "";

    public string FullNameOf(PersonId? person) => Circle.Find(person)?.Card.FullName ?? "";
}
