using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Persons;

/// <summary>The places that somebody has in call chains, whose key they have, and how its days went.</summary>
public sealed class ChainsOfPersons(NabijDb db, KeepChain chains, IFollowUps followUps, Texts texts) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.CallChain, "call_chains", ["StandInStarter"]),
        new(Retention.CallChain, "call_chain_links", ["KeyHolder", "Person"]),
        new(Retention.CallChainDay, "chain_runs", ["Starter"]),
        new(Retention.CallChainDay, "chain_calls", ["Called", "Caller", "KeyHolder"]),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [new(Retention.CallChainDay, (before, ct) => Past(before).CountAsync(ct), (before, ct) => Past(before).ExecuteDeleteAsync(ct))];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var (circles, links) = (db.Circles, db.Set<ChainLink>().Where(l => l.Person == person || l.KeyHolder == person).Select(l => l.Circle));
        var names = await circles.Where(c => links.Contains(c.Id)).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(ct);
        var (runs, calls) = (db.ChainRuns, db.ChainCalls.Where(c => c.Called == person));
        var days = await calls.Join(runs, c => c.Run, r => r.Id, (c, r) => new { r.Day, c.State }).OrderBy(d => d.Day).ToListAsync(ct);
        return
        [
            .. names.Select(name => new KeptRecord(Retention.CallChain, null, ("Kept.Fact.ChainOf", name))),
            .. days.Select(d => new KeptRecord(Retention.CallChainDay, d.Day.InstantAt(LocalTime.Noon), ("Kept.Fact.Call", texts[d.State]))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        await chains.LeavesAsync(person, ct);
        foreach (var call in await db.ChainCalls.Where(c => c.Called == person).ToListAsync(ct))
        {
            await followUps.CloseAsync(Subject.Of(call.Id), ct);
            db.Remove(call);
        }
    }

    /// <summary>Two places in one chain become one, and nobody keeps their own key.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var links = db.Set<ChainLink>();
        if (await links.AnyAsync(l => (l.Person == goes && (l.KeyHolder == stays || links.Any(s => s.Circle == l.Circle && s.Person == stays))) || (l.Person == stays && l.KeyHolder == goes), ct))
            await chains.LeavesAsync(goes, ct);
    }

    private IQueryable<ChainRun> Past(Instant before)
    {
        var day = before.TodayAt();
        return db.ChainRuns.Where(r => r.Day < day);
    }
}
