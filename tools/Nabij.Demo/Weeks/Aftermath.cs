using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Covering;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.HandingOver;
using Nabij.Modules.HelpRequests.Stopping;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>What people do when a question has come into a new state: agree on a day, help, drop out, say how it went.</summary>
public sealed class Aftermath(Neighbourhood place, Agenda agenda, Remembered remembered, Answering answering)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public async Task PlanAsync()
    {
        var requests = await place.Stage.ActAsync(scope =>
            scope.GetRequiredService<NabijDb>().HelpRequests.AsNoTracking().Open.OrderBy(r => r.AskedAt).ToListAsync()
        );
        foreach (var request in requests.Where(r => remembered.IsNew(r.Id, r.StateSince)))
            Plan(request, remembered.Of(request.Id));
    }

    private void Plan(HelpRequest request, Fortune fortune)
    {
        switch (request.State)
        {
            case HelpState.Searching when fortune is Fortune.Withdrawn:
                agenda.Plan(InHours(2, 30), () => AsRequesterAsync<WithdrawHelp>(request, c => c.HandleAsync(request.Id, None)));
                break;
            case HelpState.Found when fortune is Fortune.HelperDropsOut && request.Search == 1:
                agenda.Plan(InHours(3, 20), () => AsHelperAsync<ReleaseHelp>(request, c => c.HandleAsync(request.Id, request.ClaimedBy!.Value, None)));
                break;
            case HelpState.Found when request.Plan.Rhythm == Rhythm.Weekly:
                PlanCover(request);
                break;
            case HelpState.Found when request.Plan.Rhythm == Rhythm.AsSoonAsItSuits && place.Random.Percent(65):
                agenda.Plan(InHours(1, 9), () => AgreeAsync(request));
                break;
            case HelpState.OnDesk:
                agenda.Plan(InHours(2, 26), () => LookFurtherAsync(request));
                break;
            case HelpState.AskedAfterwards when fortune is not Fortune.NobodySaysHow:
                SayHowItWent(request, fortune);
                break;
        }
    }

    /// <summary>Found, and the day is next week: the helper is away once.</summary>
    private void PlanCover(HelpRequest request)
    {
        if (request.Plan.Days().Skip(1).FirstOrDefault() is var day && day > agenda.Now.TodayAt() && place.Random.Percent(60))
            agenda.Plan(InHours(20, 70), () => AsHelperAsync<PlanCover>(request, c => c.HandleAsync(request.Id, day, None)));
    }

    private Task<Refusal?> AgreeAsync(HelpRequest request)
    {
        var day = agenda.Now.TodayAt().PlusDays(place.Random.Next(1, 5));
        var time = new LocalTime(place.Random.Next(9, 17), 0);
        return AsHelperAsync<AgreeOnDay>(request, c => c.HandleAsync(request.Id, day, time, None));
    }

    /// <summary>The desk rings an organisation, sends it round once more, or has not come to it yet.</summary>
    private Task LookFurtherAsync(HelpRequest request) =>
        place.Random.Share((40, 0), (15, 1), (45, 2)) switch
        {
            0 => place.Stage.ActAsync(scope => HandOverAsync(request, scope), place.First(Role.DistrictSupporter)),
            1 => AtTheDeskAsync<Modules.HelpRequests.Widening.HurrySearch>(c => c.SearchAgainAsync(request.Id, None)),
            _ => Task.CompletedTask,
        };

    private static async Task<bool> HandOverAsync(HelpRequest request, IServiceProvider scope)
    {
        var willing = await scope.GetRequiredService<IDirectory>().OfferingAsync(request.Kind, None);
        if (willing is [var organisation, ..])
            await scope.GetRequiredService<HandOverHelp>().HandleAsync(request.Id, organisation.Id, None);
        return true;
    }

    private void SayHowItWent(HelpRequest request, Fortune fortune)
    {
        var worked = fortune is not Fortune.DoesNotWork || request.Search > 1;
        if (request.ClaimedBy is { } helper && place.Random.Percent(75))
            agenda.Plan(InHours(1, 20), () => answering.AnswerAsync(Subject.Of(request.Id), helper, Answers.Worked));
        if (place.Random.Percent(80))
            agenda.Plan(InHours(2, 40), () => answering.AnswerAsync(Subject.Of(request.Id), request.AskedFor, worked ? Answers.Worked : Answers.DidNotWork));
    }

    private Instant InHours(int from, int until) =>
        WakingHours.Usual.NextFrom(agenda.Now + Duration.FromMinutes(place.Random.Next(60 * from, 60 * until)));

    private Task<Refusal?> AsRequesterAsync<T>(HelpRequest request, Func<T, Task<Refusal?>> act)
        where T : notnull => DoAsync(new Actor(request.AskedFor, ""), act);

    private Task<Refusal?> AsHelperAsync<T>(HelpRequest request, Func<T, Task<Refusal?>> act)
        where T : notnull => DoAsync(new Actor(request.ClaimedBy!.Value, ""), act);

    private Task<Refusal?> AtTheDeskAsync<T>(Func<T, Task<Refusal?>> act)
        where T : notnull => DoAsync(place.First(Role.DistrictSupporter), act);

    /// <summary>Refused is no harm: meanwhile it went otherwise.</summary>
    private Task<Refusal?> DoAsync<T>(Actor by, Func<T, Task<Refusal?>> act)
        where T : notnull => place.Stage.ActAsync(scope => act(scope.GetRequiredService<T>()), by);
}
