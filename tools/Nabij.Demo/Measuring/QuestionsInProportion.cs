using Nabij.Demo.Circles;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Demo.Weeks;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Domain;
using NodaTime;
using Consent = Nabij.Modules.HelpRequests.Domain.Consent;

namespace Nabij.Demo.Measuring;

/// <summary>Questions of a year: most are long done, some stand in each open state, with who was asked and what follows.</summary>
public sealed class QuestionsInProportion(
    IReadOnlyList<PlannedCircle> circles,
    IReadOnlyList<Helper> helpers,
    Resident supporter,
    OrganisationId organisation,
    StoryDays days,
    Random random
)
{
    private const int AskedForEach = 3;

    public IEnumerable<object> Entities(int count) => Enumerable.Range(0, count).SelectMany(_ => One());

    private IEnumerable<object> One()
    {
        var state = random.Share(
            (56, HelpState.Thanked),
            (6, HelpState.Closed),
            (8, HelpState.Withdrawn),
            (5, HelpState.Expired),
            (9, HelpState.Found),
            (4, HelpState.AskedAfterwards),
            (3, HelpState.HandedOver),
            (3, HelpState.OnDesk),
            (6, HelpState.Searching)
        );
        var daysAgo = AllowedChanges.IsEnd(state) ? random.Next(30, 360) : random.Next(1, 6);
        var at = days.DaysAgo(daysAgo, hour: random.Next(9, 20), minute: random.Next(60));
        var circle = random.Pick(circles);
        var helper = random.Pick(helpers).Person;
        var (request, trail) = Asked(circle, at);

        yield return request;
        foreach (var line in trail.Concat(Become(request, state, helper, at)))
            yield return line;
        foreach (var row in AsksOf(request, helper, at))
            yield return row;
        if (request.IsOpen)
            yield return FollowUp(request, circle);
    }

    private (HelpRequest Request, IEnumerable<TrailEntry> Trail) Asked(PlannedCircle circle, Instant at)
    {
        var asker = random.Pick(circle.Members);
        var question = random.Pick(Questions.All) with { Weeks = 1 };
        var where = new Whereabouts(asker.Home.Id, circle.Id, asker.Home.BuurtCode, "nl");
        var request = new HelpRequest(question.SeenFrom(at.TodayAt()), asker.Id, supporter.Id, new(ConsentHow.SaidByPhone, at, supporter.Id), where, at);
        return (request, [Line(request, at)]);
    }

    /// <summary>Through the changes that lead there; each leaves a line on the trail.</summary>
    private IEnumerable<TrailEntry> Become(HelpRequest request, HelpState state, PersonId helper, Instant at)
    {
        var (found, later) = (at + Duration.FromHours(3), at + Duration.FromDays(8));
        switch (state)
        {
            case HelpState.Searching:
                yield break;
            case HelpState.Withdrawn:
                request.Withdraw(found).Accept();
                break;
            case HelpState.OnDesk or HelpState.HandedOver:
                while (request.Widen(found)) { }
                if (state is HelpState.HandedOver)
                    request.HandOver(organisation, found).Accept();
                break;
            case HelpState.Expired when request.Expire(at + Duration.FromDays(20)):
                break;
            default:
                request.Claim(helper, found).Accept();
                yield return Line(request, found);
                if (state is HelpState.Found)
                    yield break;
                request.Finish(later).Accept();
                if (state is HelpState.Closed)
                    request.CloseUnanswered(later + HelpRequest.ClosesUnansweredAfter);
                else if (state is not HelpState.AskedAfterwards)
                    request.Say(request.AskedFor, worked: true, later).Accept();
                break;
        }
        yield return Line(request, request.StateSince);
    }

    private IEnumerable<object> AsksOf(HelpRequest request, PersonId helper, Instant at)
    {
        foreach (var person in Enumerable.Range(1, AskedForEach).Select(_ => random.Pick(helpers).Person).Prepend(helper).Distinct())
        {
            var ask = new Ask(request.Id, search: 1, person, Ring.Circle, at, at + Duration.FromHours(4));
            if (person == request.ClaimedBy)
                ask.Answered(AskAnswer.DoIt, at + Duration.FromHours(3));
            else if (!request.IsLookingForHelper)
                ask.ToldFilled(at + Duration.FromHours(3));
            yield return ask;

            var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = request.Title };
            var message = new PersonalMessage(person, new(Subject.Of(ask.Id), "HelpRequests.Question", words), at);
            message.GoBy(random.Percent(70) ? Modules.People.Contracts.Channel.Mail : Modules.People.Contracts.Channel.Call, at);
            if (message.State is MessageState.Sending)
                message.Sent(at);
            else if (!request.IsLookingForHelper)
                message.Cancel(at);
            yield return message;
        }
    }

    private static FollowUp FollowUp(HelpRequest request, PlannedCircle circle)
    {
        var rule = FollowUpRules.Of(request.State)!; // each open state has one
        var opened = new NewFollowUp(
            Subject.Of(request.Id),
            rule.Reason,
            request.Title,
            $"vragen/{request.Id.Value}",
            rule.NextDate(request),
            rule.ByCircle ? circle.Members[0].Id : null,
            rule.ByCircle ? circle.Members[1].Id : null,
            request.Buurt
        );
        return new(opened, request.StateSince);
    }

    private TrailEntry Line(HelpRequest request, Instant at) =>
        new(at, supporter.Id, request.AskedFor, Subject.Of(request.Id).Kind, request.Id.Value, request.Reason);
}
