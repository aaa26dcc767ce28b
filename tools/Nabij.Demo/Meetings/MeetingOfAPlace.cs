using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Calendar.Meetings;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;
using Nabij.Modules.Calendar.SigningUp;
using Nabij.Modules.Directory.Contracts;
using NodaTime;

namespace Nabij.Demo.Meetings;

/// <summary>Every other week neighbours talk about the buurt. Some need something to come, one question has its answer, another waits.</summary>
public sealed class MeetingOfAPlace(Neighbourhood place, StoryDays days)
{
    private const int Guests = 6;

    private static readonly MeetingNeeds[] Needed = [MeetingNeeds.HearingLoop, MeetingNeeds.Food, MeetingNeeds.Taxi, MeetingNeeds.Language, MeetingNeeds.HearingLoop | MeetingNeeds.Lift];
    private static readonly Keeper Desk = new(OfTheDesk: true, []);

    private readonly ActivityId activity = ActivityId.New();

    public async Task HoldAsync()
    {
        var desk = place.First(Role.DistrictSupporter);
        place.Stage.Clock.MoveTo(days.DaysAgo(12, hour: 10));
        await place.Stage.ActAsync(PlanAsync, desk);
        place.Stage.Clock.MoveTo(days.Now);
        var next = await place.Stage.ActAsync(NextAsync);
        for (var guest = 0; guest < Guests; guest++)
        {
            var (person, needs) = (place.Residents[guest * 11 % place.Residents.Count].Id, Needed.ElementAtOrDefault(guest));
            await place.Stage.ActAsync(scope => SignUpAsync(scope, next, person, needs));
        }
        await place.Stage.ActAsync(scope => AskAsync(scope, next, place.Residents[0].Id), desk);
    }

    private async Task<bool> PlanAsync(IServiceProvider scope)
    {
        var hosts = await scope.GetRequiredService<IDirectory>().AllAsync(CancellationToken.None);
        var door = place.Doors[place.Doors.Count / 2];
        var details = new ActivityDetails("Buurtoverleg", Theme.Meet, Venue.Named("Buurthuis").Standing(door.Id, door.BuurtCode, door.At))
        {
            Description = "We praten over de buurt. Iedereen mag komen, en iedereen mag iets vragen.",
            Access = AccessFacts.Wheelchair | AccessFacts.Toilet | AccessFacts.InductionLoop | AccessFacts.ComeAlone,
            Cents = 0,
            SignUp = new(true, null, 0),
        };
        var when = new WhenItIs(days.Today.PlusDays(-10), new(19, 30), new(21, 0), RepeatEvery.OtherWeek);
        var refusals = await scope.GetRequiredService<KeepActivity>().HandleAsync(activity, new(details, when, hosts[0].Id, Source.Typed), Desk, CancellationToken.None);
        if (refusals is [var refusal, ..])
            refusal.Accept();
        var first = place.Script.Members.First(m => m.Role == Role.DistrictSupporter);
        (await scope.GetRequiredService<HoldMeeting>().HandleAsync(activity, place.Id(first.Key), place.Id(first.StandIn!), Desk, CancellationToken.None)).Accept();
        return true;
    }

    private Task<ActivityDateId> NextAsync(IServiceProvider scope) =>
        scope.GetRequiredService<NabijDb>().ActivityDates.Where(d => d.Activity == activity && d.StartsAt > days.Now).OrderBy(d => d.StartsAt).Select(d => d.Id).FirstAsync();

    private static async Task<bool> SignUpAsync(IServiceProvider scope, ActivityDateId date, PersonId person, MeetingNeeds needs)
    {
        await scope.GetRequiredService<SignUpForDate>().HandleAsync(date, person, new(SignedUpBy.Phone), wantsLift: false, CancellationToken.None);
        (await scope.GetRequiredService<SayNeeds>().HandleAsync(date, person, needs, needs is MeetingNeeds.Food ? "geen varkensvlees" : "", CancellationToken.None)).Accept();
        return true;
    }

    private static async Task<bool> AskAsync(IServiceProvider scope, ActivityDateId date, PersonId person)
    {
        var tell = scope.GetRequiredService<TellRemark>();
        var (door, bench) = (RemarkId.New(), RemarkId.New());
        (await tell.HandleAsync(door, date, person, SignedUpBy.Phone, "Kan ik er met mijn rollator naar binnen?", CancellationToken.None)).Accept();
        (await scope.GetRequiredService<AnswerRemark>().HandleAsync(date, door, "Ja. De deur aan de zijkant heeft geen drempel.", shown: true, CancellationToken.None)).Accept();
        (await tell.HandleAsync(bench, date, null, SignedUpBy.Web, "Komt er weer een bankje op het plein?", CancellationToken.None)).Accept();
        return true;
    }
}
