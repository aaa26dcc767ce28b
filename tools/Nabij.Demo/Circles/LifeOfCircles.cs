using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Hearing;
using Nabij.Modules.Circles.MeetUps;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.Circles.Redrawing;
using Nabij.Modules.Circles.Showing;
using Nabij.Modules.Circles.Welcoming;
using NodaTime;

namespace Nabij.Demo.Circles;

/// <summary>What happens in the circle of the connector of the story; and elsewhere two circles went on as one that is too big.</summary>
public sealed class LifeOfCircles(Neighbourhood place, StoryDays days)
{
    private const int InTheChain = 5;

    public async Task LiveAsync()
    {
        if (place.Script.Members.FirstOrDefault(m => m.Role == Role.Connector) is not { } connector)
            return;
        place.Stage.Clock.MoveTo(days.Now);
        var person = place.Id(connector.Key);
        var circle = await AskAsync(scope => scope.GetRequiredService<ICircles>().Of(person).SingleAsync());
        var by = new Actor(person, connector.GivenName, new HeldRole(Role.Connector, circle.Value));
        var members = await AskAsync(scope => scope.GetRequiredService<NabijDb>().CircleMembers.Of(circle).OrderBy(m => m.Since).ThenBy(m => m.Id).Select(m => m.Person).ToListAsync());

        await PaperAsync(circle, members, by);
        await ChainAsync(circle, [.. members.Except([person]).Take(InTheChain).Prepend(person)], by);
        await NotesAsync(circle, [.. members.Except([person])], by);
        await MeetAsync(circle, members, by);
        await MergeAsync(circle);
    }

    private async Task PaperAsync(CircleId circle, List<PersonId> members, Actor by)
    {
        await place.Stage.ActAsync(
            async scope =>
            {
                var circles = scope.GetRequiredService<CircleInSight>();
                var view = (await circles.FindAsync(circle, CancellationToken.None))!;
                var numbers = await circles.NumbersAsync(view.Neighbours, CancellationToken.None);
                foreach (var kind in Enum.GetValues<PaperKind>())
                {
                    await scope.GetRequiredService<KeepPapers>().ToPrintAsync(kind, view, numbers, CancellationToken.None);
                    (await scope.GetRequiredService<HandOutPapers>().HandleAsync(circle, kind, CancellationToken.None)).Accept();
                }
                return true;
            },
            by
        );
        var named = place.Cast.Values.Select(r => r.Id).ToHashSet();
        var leaver = members.First(m => !named.Contains(m));
        members.Remove(leaver);
        await DoAsync<LeaveCircle>(l => l.HandleAsync(circle, leaver, CancellationToken.None), by);
        var door = place.Residents.First(r => r.Id == by.Person).Home.Id;
        await DoAsync<BringNeighbour>(b => b.HandleAsync(circle, new("Annie", "Kuiper", door, "", by.Person, SaidYes: true), CancellationToken.None), by);
    }

    private async Task ChainAsync(CircleId circle, List<PersonId> links, Actor by)
    {
        var plan = new ChainPlan(new(9, 0), (Weekdays)127, 60, links[1], [.. links.Select((p, at) => new PlannedLink(p, at > 1 ? links[at - 1] : null))]);
        await DoAsync<ArrangeChain>(a => a.HandleAsync(circle, plan, CancellationToken.None), by);
        var calls = await place.Stage.ActAsync(async scope =>
        {
            var db = scope.GetRequiredService<NabijDb>();
            var run = new ChainRun(await db.CallChains.SingleAsync(c => c.Circle == circle), days.Today.PlusDays(-1), new HashSet<PersonId>());
            db.Add(run);
            await db.SaveChangesAsync();
            return run.Calls.Select(c => c.Id).ToList();
        });
        foreach (var call in calls)
            await DoAsync<ReportCall>(r => r.HandleAsync(call, CallReport.Answered, by.Person, CancellationToken.None), by);
    }

    private async Task NotesAsync(CircleId circle, List<PersonId> others, Actor by)
    {
        var weekly = others[^1];
        await DoAsync<ChooseRhythm>(c => c.HandleAsync(circle, new Dictionary<PersonId, Rhythm> { [weekly] = Rhythm.Weekly }, CancellationToken.None), by);
        await DoAsync<NoteNeighbour>(n => n.HandleAsync(circle, others[0], NoteKind.AllWell, CancellationToken.None), by);
        await DoAsync<NoteNeighbour>(n => n.HandleAsync(circle, others[1], NoteKind.WantsContact, CancellationToken.None), by);
        await place.Stage.ActAsync(async scope =>
        {
            await scope.GetRequiredService<NoticeSilenceJob>().RunAsync(CancellationToken.None);
            return true;
        });
    }

    private async Task MeetAsync(CircleId circle, List<PersonId> members, Actor by)
    {
        await DoAsync<PlanMeetUp>(p => p.HandleAsync(circle, "Koffie met taart", "Bij de kerk, achterom", days.Today.PlusDays(6), new LocalTime(10, 0), CancellationToken.None), by);
        var meetUp = await AskAsync(scope => scope.GetRequiredService<NabijDb>().MeetUps.AheadIn(circle).Select(m => m.Id).FirstAsync());
        foreach (var (at, member) in members.Index().Take(6))
            await DoAsync<AnswerMeetUp>(a => a.HandleAsync(meetUp, member, at % 3 != 2, CancellationToken.None), by);
    }

    /// <summary>Two small circles elsewhere went on as one, which now is too big.</summary>
    private async Task MergeAsync(CircleId ofTheStory)
    {
        var supporter = place.First(Role.DistrictSupporter);
        var circles = await AskAsync(scope => scope.GetRequiredService<AllCircles>().ListAsync(CancellationToken.None));
        foreach (var into in circles.Where(c => c.Id != ofTheStory && c.Members is > 9 and < 13))
        {
            var next = await AskAsync(scope => scope.GetRequiredService<ICircles>().AdjacentToAsync(into.Id, CancellationToken.None));
            if (circles.FirstOrDefault(c => c.Id != ofTheStory && next.Contains(c.Id) && c.Members > 9) is not { } from)
                continue;
            await DoAsync<MergeCircles>(m => m.HandleAsync(from.Id, into.Id, CancellationToken.None), supporter);
            break;
        }
        await place.Stage.ActAsync(async scope =>
        {
            await scope.GetRequiredService<WatchSizesJob>().RunAsync(CancellationToken.None);
            return true;
        });
    }

    private Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> ask) => place.Stage.ActAsync(ask);

    private Task<bool> DoAsync<TCommand>(Func<TCommand, Task<Refusal?>> act, Actor by)
        where TCommand : notnull =>
        place.Stage.ActAsync(
            async scope =>
            {
                (await act(scope.GetRequiredService<TCommand>())).Accept();
                return true;
            },
            by
        );
}
