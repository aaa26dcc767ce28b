using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Puts on the desk what is open about a chain: the day itself with its starter, an alarm with whoever runs the desk.</summary>
public sealed class ChainOnDesk(NabijDb db, IFollowUps followUps, IPeople people, IHeardFrom heard, IClock clock)
{
    public Task RunsAsync(ChainRun run, CallChain chain, string title, CancellationToken ct) =>
        followUps.OpenOnceAsync(
            new(Subject.Of(run.Id), "Circles.FollowUp.ChainRuns", title, PathOf(run), run.AlarmsAt, run.Starter, chain.StandInStarter == run.Starter ? null : chain.StandInStarter),
            ct
        );

    public async Task AlarmAsync(ChainRun run, ChainCall call, CancellationToken ct)
    {
        var supporters = await db
            .RoleAssignments.Current.Where(a => a.Role == Role.DistrictSupporter)
            .OrderBy(a => a.Since)
            .ThenBy(a => a.Id)
            .ToListAsync(ct);
        var owner = supporters.FirstOrDefault();
        var standIn = owner?.StandIn ?? supporters.Find(s => s.Person != owner?.Person)?.Person;
        var name = (await people.FindAsync(call.Called, ct))?.FullName ?? "";
        await followUps.OpenOnceAsync(
            new(Subject.Of(call.Id), "Circles.FollowUp.ChainAlarm", name, PathOf(run), clock.GetCurrentInstant(), owner?.Person, standIn),
            ct
        );
    }

    public async Task CloseAsync(ChainRun run, CancellationToken ct)
    {
        foreach (var call in run.Calls.Where(c => !c.IsOpen))
            await followUps.CloseAsync(Subject.Of(call.Id), ct);
        await heard.HearAsync([.. run.Calls.Where(c => c.State is CallState.Answered or CallState.SeenAtDoor).Select(c => c.Called)], run.Day, ct);
        if (run.IsOver)
            await followUps.CloseAsync(Subject.Of(run.Id), ct);
    }

    private static string PathOf(ChainRun run) => $"cirkels/{run.Circle.Value}/telefooncirkel";
}
