using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Volunteers.Courses;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Modules.Volunteers.Leaving;
using Nabij.Modules.Volunteers.Meeting;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Modules.Volunteers.SigningUp;
using NodaTime;

namespace Nabij.Demo.Volunteers;

/// <summary>
/// The helper of the story is a volunteer of one organisation and lent to another; others are on their way, one stopped. With hours
/// that were written down, a course that was held and an evening to come.
/// </summary>
public sealed class VolunteersOfATown(Neighbourhood place, StoryDays days)
{
    private const int Others = 4;

    private static readonly (string What, int DaysAgo, int Minutes, int Kilometres, int Cents, bool Approved)[] Worked =
        [("Koffieochtend", 40, 120, 4, 0, true), ("Boodschappen met de auto", 19, 90, 22, 250, true), ("Koffieochtend", 5, 120, 4, 0, false)];

    public async Task AddAsync(Actor desk)
    {
        var (own, other, editor) = await ActAsync(async scope =>
        {
            var two = await scope.GetRequiredService<NabijDb>().Organisations.Current.Where(o => o.ContactPerson != null).OrderBy(o => o.Id).Take(2).ToListAsync();
            return (two[0].Id, two[1].Id, new Actor(two[1].ContactPerson!.Value, "", new HeldRole(Role.Editor, two[1].Id.Value)));
        });
        var helper = place.Id(place.Script.Members.First(m => m.Helps is not null && m.SignsIn).Key);
        var named = place.Cast.Values.Select(r => r.Id).ToHashSet();
        var neighbours = place.Residents.Where(r => !named.Contains(r.Id) && r.Age is > 17 and < 80).Take(Others).ToList();

        At(90);
        var member = await StartAsync(helper, own, VolunteerRole.Volunteer, needsVog: true, desk);
        var leaver = await StartAsync(neighbours[0].Id, other, VolunteerRole.Student, needsVog: false, desk);
        await StartAsync(neighbours[1].Id, null, VolunteerRole.Carer, needsVog: false, desk);
        await LearnAsync(helper, neighbours[1].Id, desk);
        await WorkAsync(helper, desk);
        await LendAsync(member, helper, other, editor, desk);
        await LeaveAsync(leaver, desk);
        await ComeAsync(neighbours, own, desk);
        place.Stage.Clock.MoveTo(days.Now);
    }

    private async Task<VolunteerId> StartAsync(PersonId person, OrganisationId? organisation, VolunteerRole role, bool needsVog, Actor desk)
    {
        var id = await SignUpAsync(person, organisation, role, "Koffie schenken, of iets met kinderen", VolunteerVia.Web, desk);
        var meet = place.Stage.Clock.GetCurrentInstant() + Duration.FromDays(3);
        await DoAsync((MeetVolunteer c) => c.PlanAsync(id, meet, "Aan het bureau", default), desk);
        var agreed = new AgreedAtMeeting(role, organisation, needsVog, "Eens in de week, niet in de vakantie.");
        await DoAsync((MeetVolunteer c) => c.StartAsync(id, agreed, default), desk);
        return id;
    }

    private Task<VolunteerId> SignUpAsync(PersonId person, OrganisationId? organisation, VolunteerRole role, string wish, VolunteerVia via, Actor by) =>
        ActAsync(
            async scope =>
            {
                var (id, refused) = await scope.GetRequiredService<SignUpVolunteer>().HandleAsync(VolunteerId.New(), person, new(role, organisation, wish), via, default);
                refused.Accept();
                return id!.Value;
            },
            by
        );

    /// <summary>A course that was held, to be followed again after two years; and an evening to come.</summary>
    private async Task LearnAsync(PersonId helper, PersonId carer, Actor desk)
    {
        var (course, evening) = (CourseId.New(), CourseId.New());
        await PlanAsync(course, new(CourseKind.Course, "Luisteren zonder oordeel", "In de bibliotheek", days.Today.PlusDays(-30), new(19, 30), 24), desk);
        foreach (var person in (PersonId[])[helper, carer])
            await DoAsync((JoinCourse c) => c.HandleAsync(course, person, default), desk);
        At(29);
        await DoAsync((KeepCourse c) => c.TickAsync(course, new HashSet<PersonId> { helper }, default), desk);
        await PlanAsync(evening, new(CourseKind.Intervisie, "Wat maak jij mee?", "Aan het bureau", days.Today.PlusDays(12), new(20, 0), null), desk);
        await DoAsync((JoinCourse c) => c.HandleAsync(evening, helper, default), desk);
    }

    private Task<bool> PlanAsync(CourseId id, CoursePlan plan, Actor desk) =>
        DoAsync((KeepCourse c) => c.PlanAsync(id, plan, default), desk);

    private async Task WorkAsync(PersonId helper, Actor desk)
    {
        foreach (var (what, daysAgo, minutes, kilometres, cents, approved) in Worked)
        {
            At(daysAgo);
            var id = HoursId.New();
            var work = new WorkDone(days.Today.PlusDays(-daysAgo), minutes, kilometres, new Money(cents), what);
            await DoAsync((EnterHours c) => c.HandleAsync(id, helper, work, default), new Actor(helper, ""));
            if (approved)
                await DoAsync((SettleHours c) => c.ApproveAsync([id], default), desk);
        }
    }

    /// <summary>One shift for which the helper is lent, one for which somebody is looked for.</summary>
    private async Task LendAsync(VolunteerId member, PersonId helper, OrganisationId other, Actor editor, Actor desk)
    {
        At(4);
        var lent = await AskAsync("Soep en een praatje", 6, other, editor);
        await DoAsync((LendMember c) => c.HandleAsync(lent, member, desk.Person, default), desk);
        await DoAsync((AnswerOffer c) => c.YesAsync(lent, LendingSide.Volunteer, default), new Actor(helper, ""));
        await DoAsync((AnswerOffer c) => c.YesAsync(lent, LendingSide.Borrower, default), editor);
        await AskAsync("Helpen bij de spelletjesmiddag", 9, other, editor);
    }

    private async Task<ShiftId> AskAsync(string title, int inDays, OrganisationId organisation, Actor editor)
    {
        var (id, day) = (ShiftId.New(), days.Today.PlusDays(inDays));
        var work = new ShiftWork(title, place.Doors[0].Street, day, day, new(13, 30), new(16, 0));
        await DoAsync((AskForHands c) => c.HandleAsync(id, work, new(organisation, null), default), editor);
        return id;
    }

    private Task<bool> LeaveAsync(VolunteerId leaver, Actor desk) =>
        DoAsync((LeaveVolunteering c) => c.HandleAsync(leaver, default), desk);

    /// <summary>Somebody signed up on the web, somebody on paper; with one the first meeting is planned.</summary>
    private async Task ComeAsync(List<Resident> neighbours, OrganisationId own, Actor desk)
    {
        At(2);
        await SignUpAsync(neighbours[2].Id, own, VolunteerRole.ExperienceExpert, "Vertellen wat mij hielp", VolunteerVia.Paper, desk);
        var planned = await SignUpAsync(neighbours[3].Id, null, VolunteerRole.Volunteer, "Wandelen", VolunteerVia.Phone, desk);
        var meet = days.Today.PlusDays(2).InstantAt(new(10, 0));
        await DoAsync((MeetVolunteer c) => c.PlanAsync(planned, meet, "Aan het bureau", default), desk);
    }

    private void At(int daysAgo) => place.Stage.Clock.MoveTo(days.DaysAgo(daysAgo, hour: 10));

    private Task<bool> DoAsync<TCommand>(Func<TCommand, Task<Refusal?>> act, Actor by)
        where TCommand : notnull =>
        ActAsync(
            async scope =>
            {
                (await act(scope.GetRequiredService<TCommand>())).Accept();
                return true;
            },
            by
        );

    private Task<T> ActAsync<T>(Func<IServiceProvider, Task<T>> act, Actor? by = null) => place.Stage.ActAsync(act, by);
}
