using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.People.Merging;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Modules.Volunteers.Leaving;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>Kees stops: what he did goes on with somebody else, he is thanked, and what is kept goes on time.</summary>
public sealed class LeavingTests : WithKees
{
    [Fact]
    public async Task What_he_still_did_is_shown_first_and_goes_on_with_somebody_else()
    {
        var shift = await alliance.LendAsync(kees);
        var circle = await ContactOfCircleAsync();
        var helper = new Helper(alliance.Kees.Id);
        Assert.Null(helper.Offer([HelpKind.Chore], Nabij.Modules.People.Contracts.DayParts.Always, 2, false, ["nl"]));
        await alliance.App.SaveAsync(helper);
        await alliance.App.RunAsync<WatchShiftsJob>();

        var own = await alliance.BrowserAsync(alliance.Kees);
        await own.VisitAsync($"vrijwilligers/{kees.Value}/stoppen");
        Assert.True(own.Shows("Koffie schenken") && own.Shows("Lindelaan"));
        await own.PressAsync("Stop met vrijwilligerswerk");

        Assert.True(own.Shows("Gestopt"));
        Assert.Equal((ShiftState.Open, "ShiftChange.DroppedOut"), ((await alliance.FindAsync(shift)).State, (await alliance.FindAsync(shift)).Reason));
        Assert.Equal("Volunteers.FollowUp.FindSomebody", (await alliance.OpenAsync(Subject.Of(shift)))!.Reason);
        Assert.Null(await alliance.OpenAsync(Subject.Of(kees)));
        Assert.Equal(alliance.Anja.Id, (await alliance.OpenAsync(HandOverWork.About(kees)))!.Owner);
        Assert.Empty(await alliance.App.InDbAsync(db => db.Set<HelpWish>().Where(w => w.Person == alliance.Kees.Id).ToListAsync(Ct)));
        Assert.Equal(1, await alliance.App.InDbAsync(db => db.VolunteerThanks.CountAsync(t => t.Person == alliance.Kees.Id, Ct)));

        await alliance.App.RunAsync<WatchLeaversJob>();
        Assert.NotNull(await alliance.OpenAsync(HandOverWork.About(kees)));
        Assert.Null(await alliance.AsAsync((NameContacts n) => n.HandleAsync(circle, alliance.Riet.Id, null, null, Ct), alliance.Anja));
        await alliance.App.RunAsync<WatchLeaversJob>();
        Assert.Null(await alliance.OpenAsync(HandOverWork.About(kees)));
    }

    [Fact]
    public async Task Who_left_may_come_back_and_somebody_else_does_not_make_him_stop()
    {
        Assert.IsType<NoSuchVolunteer>(await alliance.AsAsync((LeaveVolunteering l) => l.HandleAsync(kees, Ct), alliance.Erik));
        Assert.Null(await alliance.AsAsync((LeaveVolunteering l) => l.HandleAsync(kees, Ct), alliance.Monique));
        Assert.IsType<VolunteerChangedMeanwhile>(await alliance.AsAsync((LeaveVolunteering l) => l.HandleAsync(kees, Ct), alliance.Kees));

        var again = await alliance.SignUpAsync(alliance.Kees.Id);

        Assert.NotEqual(kees, again);
        Assert.Equal((VolunteerState.Left, VolunteerState.SignedUp), ((await alliance.FindAsync(kees)).State, (await alliance.FindAsync(again)).State));
    }

    [Fact]
    public async Task Forgotten_he_leaves_no_words_his_shift_is_open_and_the_books_stay_true()
    {
        var shift = await alliance.LendAsync(kees);
        var approved = await EnterAsync(90);
        Assert.Null(await alliance.AsAsync((SettleHours s) => s.ApproveAsync([approved], Ct), alliance.Anja));
        await EnterAsync(30);

        await alliance.AsAsync(async (ForgetPerson f) => { await f.HandleAsync(alliance.Kees.Id, Ct); return true; }, alliance.Anja);

        var volunteer = await alliance.FindAsync(kees);
        Assert.Equal((VolunteerState.Left, "", ""), (volunteer.State, volunteer.Wish, volunteer.MeetingNote));
        Assert.Equal(ShiftState.Open, (await alliance.FindAsync(shift)).State);
        Assert.NotNull(await alliance.OpenAsync(Subject.Of(shift)));
        var hours = await alliance.App.InDbAsync(db => db.VolunteerHours.OrderByDescending(h => h.Minutes).ToListAsync(Ct));
        Assert.Equal([(90, HoursState.Approved, ""), (30, HoursState.Withdrawn, "")], hours.Select(h => (h.Minutes, h.State, h.What)));
        Assert.Null(await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)));
    }

    [Fact]
    public async Task Two_records_of_one_person_go_on_as_one_volunteer()
    {
        await alliance.SignUpAsync(alliance.Riet.Id);
        await EnterAsync(45);

        await alliance.App.InScopeAsync(async scope =>
        {
            foreach (var answers in scope.GetServices<IAnswerForPersons>())
                await answers.MakeRoomAsync(alliance.Riet.Id, alliance.Kees.Id, Ct);
            await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
            return true;
        });

        Assert.Equal([kees], await alliance.App.InDbAsync(db => db.Volunteers.Current.Select(v => v.Id).ToListAsync(Ct)));
        Assert.NotNull(await alliance.OpenAsync(HoursOnDesk.About(alliance.Kees.Id)));
    }

    [Fact]
    public async Task A_year_after_he_stopped_what_was_agreed_is_gone()
    {
        Assert.Null(await alliance.AsAsync((LeaveVolunteering l) => l.HandleAsync(kees, Ct), alliance.Anja));
        alliance.App.Clock.Advance(Duration.FromDays(366));

        await alliance.App.RunAsync<ForgetOnTimeJob>();

        Assert.Equal(("", ""), ((await alliance.FindAsync(kees)).Wish, (await alliance.FindAsync(kees)).MeetingNote));
    }

    private async Task<CircleId> ContactOfCircleAsync()
    {
        var circle = new Circle("Lindelaan", alliance.App.Clock.Now);
        await alliance.App.SaveAsync(circle, new CircleMember(circle.Id, alliance.Kees.Id, Alliance.Today), new CircleMember(circle.Id, alliance.Riet.Id, Alliance.Today));
        Assert.Null(await alliance.AsAsync((NameContacts n) => n.HandleAsync(circle.Id, alliance.Kees.Id, alliance.Riet.Id, null, Ct), alliance.Anja));
        return circle.Id;
    }

    private async Task<HoursId> EnterAsync(int minutes)
    {
        var id = HoursId.New();
        Assert.Null(await alliance.AsAsync((EnterHours e) => e.HandleAsync(id, alliance.Kees.Id, new(Alliance.Today, minutes, 0, Money.None, "Koffie"), Ct), alliance.Kees));
        return id;
    }
}
