using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Prepares the chains of the day some hours before they start; the stand-in hears that she begins.</summary>
public sealed class PrepareChainsJob(NabijDb db, IPeople people, ChainNews news, ChainOnDesk desk, IClock clock) : ICommunityJob
{
    private static readonly Duration Before = Duration.FromHours(3);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        var (current, started) = (db.Circles.Current, db.ChainRuns.Where(r => r.Day == today).Select(r => r.Circle));
        var chains = await db.CallChains.Where(c => c.Days != Weekdays.None && !started.Contains(c.Circle)).OrderBy(c => c.Circle).ToListAsync(ct);
        var due = chains.Where(c => c.RunsOn(today) && today.InstantAt(c.StartsAt) is var starts && starts - Before <= now && now < starts + Duration.FromMinutes(c.Minutes)).ToList();
        if (due.Count == 0)
            return;
        var names = await current.ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var away = await people.AwayAsync(today, ct);
        foreach (var chain in due.Where(c => names.ContainsKey(c.Circle)))
            await StartAsync(chain, new(chain, today, away), names[chain.Circle], ct);
    }

    private async Task StartAsync(CallChain chain, ChainRun run, string name, CancellationToken ct)
    {
        db.Add(run);
        if (!run.IsOver)
            await desk.RunsAsync(run, chain, name, ct);
        if (run.Starter != chain.Links[0].Person)
            await news.YouStartAsync(run, chain, ct);
        if (!await db.TrySaveAsync(ct))
            db.ChangeTracker.Clear(); // another node prepared it
    }
}
