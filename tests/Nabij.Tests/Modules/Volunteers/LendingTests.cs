using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Away;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>De Zonnebloem lends Kees to De Notenboom: he stays theirs, and both see the same shift.</summary>
public sealed class LendingTests : WithKees
{
    [Fact]
    public async Task Both_organisations_see_the_same_shift_and_the_volunteer_stays_their_own()
    {
        var erik = await alliance.BrowserAsync(alliance.Erik);
        await erik.VisitAsync("diensten/nieuw");
        erik.Fill("Wat is het werk?", "Koffie schenken").Fill("Waar?", "Buurthuis De Linde").Fill("Op welke dag?", "2026-06-09").Fill("Begintijd", "10:00").Fill("Eindtijd", "12:00");
        await erik.PressAsync("Vraag het");
        var shift = erik.Url;
        var monique = await alliance.BrowserAsync(alliance.Monique);
        await monique.VisitAsync("diensten");
        await monique.FollowAsync("Koffie schenken");
        await monique.Fill("Wie leen je uit?", "Kees Jansen, Vrijwilliger").PressAsync("Leen uit");

        await erik.VisitAsync(shift);
        Assert.True(erik.Shows("Kees J."));
        Assert.False(erik.Shows("Kees Jansen"));
        await erik.PressAsync("Ja, graag");
        var own = await alliance.BrowserAsync(alliance.Kees);
        await own.VisitAsync("mijn-vrijwilligerswerk");
        await own.FollowAsync("Koffie schenken");
        await own.PressAsync("Ja, dat doe ik");

        foreach (var side in new[] { erik, monique })
        {
            await side.VisitAsync(shift);
            Assert.True(side.Shows("Kees Jansen") && side.Shows("Uitgeleend") && side.Shows("Blijft van: De Zonnebloem"));
        }
        Assert.Equal(alliance.Zonnebloem, (await alliance.FindAsync(kees)).Organisation);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_a_shift_finds_no_page()
    {
        var shift = await alliance.LendAsync(kees);

        var riet = await alliance.BrowserAsync(alliance.Riet);
        Assert.Equal(HttpStatusCode.NotFound, (await riet.VisitAsync($"diensten/{shift.Value}")).Status);
        Assert.IsType<NoSuchShift>(await alliance.AsAsync((EndLending e) => e.CallOffAsync(shift, Ct), alliance.Riet));
        Assert.IsType<ShiftChangedMeanwhile>(await alliance.AsAsync((EndLending e) => e.CallOffAsync(shift, Ct), alliance.Monique));
        Assert.IsType<ShiftChangedMeanwhile>(await alliance.AsAsync((EndLending e) => e.TakeBackAsync(shift, Ct), alliance.Erik));
    }

    [Fact]
    public async Task Answers_by_telephone_count_and_a_no_looks_for_somebody_else()
    {
        var shift = await alliance.AskAsync();
        Assert.Null(await alliance.AsAsync((LendMember l) => l.HandleAsync(shift, kees, alliance.Monique.Id, Ct), alliance.Monique));
        var lending = Subject.Of((await alliance.FindAsync(shift)).Current!.Id);

        Assert.IsType<NoSuchShift>(await AnswerAsync(lending, alliance.Riet.Id, "Yes"));
        Assert.Null(await AnswerAsync(lending, alliance.Kees.Id, "Yes"));
        Assert.Null(await AnswerAsync(lending, alliance.Kees.Id, "Yes"));
        Assert.Equal(ShiftState.Offered, (await alliance.FindAsync(shift)).State);
        Assert.Null(await AnswerAsync(lending, alliance.Erik.Id, "No"));

        Assert.Equal(ShiftState.Open, (await alliance.FindAsync(shift)).State);
        Assert.Equal("Volunteers.FollowUp.FindSomebody", (await alliance.OpenAsync(Subject.Of(shift)))!.Reason);
        Assert.IsType<ShiftChangedMeanwhile>(await AnswerAsync(lending, alliance.Erik.Id, "Yes"));
    }

    [Fact]
    public async Task Of_two_who_offer_somebody_for_the_same_shift_the_slower_write_loses()
    {
        var riet = await alliance.ActiveAsync(alliance.Riet.Id, alliance.Zonnebloem);
        var shift = await alliance.AskAsync();

        await using var scope = alliance.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Nabij.Kernel.Tenancy.CurrentCommunity>().Enter(alliance.App.Community);
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        var seen = await db.Set<Shift>().Include(s => s.Lendings).SingleAsync(s => s.Id == shift, Ct);
        Assert.Null(await alliance.AsAsync((LendMember l) => l.HandleAsync(shift, riet, alliance.Monique.Id, Ct), alliance.Monique));
        Assert.Null(seen.Offer(await alliance.FindAsync(kees), null, Alliance.Today, alliance.App.Clock.Now));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct));
        Assert.Equal(alliance.Riet.Id, (await alliance.FindAsync(shift)).Current!.Person);
    }

    [Fact]
    public async Task Nobody_is_lent_twice_for_the_same_hour_or_on_a_day_that_they_are_away()
    {
        await alliance.LendAsync(kees);
        var same = await alliance.AskAsync(Alliance.Coffee with { Title = "Soep koken", From = new(11, 0), Until = new(13, 0) });
        var after = await alliance.AskAsync(Alliance.Coffee with { Title = "Afwassen", From = new(12, 0), Until = new(13, 0) });

        Assert.IsType<VolunteerHasOtherShift>(await alliance.AsAsync((LendMember l) => l.HandleAsync(same, kees, alliance.Monique.Id, Ct), alliance.Monique));
        Assert.Null(await alliance.AsAsync((LendMember l) => l.HandleAsync(after, kees, alliance.Monique.Id, Ct), alliance.Monique));
        Assert.Null(await alliance.AsAsync((BeAway a) => a.HandleAsync(alliance.Kees.Id, new(2026, 7, 1), new(2026, 7, 14), Ct), alliance.Kees));
        var july = await alliance.AskAsync(Alliance.Coffee with { First = new(2026, 7, 7), Last = new(2026, 7, 7) });
        Assert.IsType<VolunteerIsAway>(await alliance.AsAsync((LendMember l) => l.HandleAsync(july, kees, alliance.Monique.Id, Ct), alliance.Monique));
    }

    [Fact]
    public async Task Who_goes_away_later_is_taken_off_in_time_and_what_is_past_is_done()
    {
        var away = await alliance.LendAsync(kees);
        var longer = await alliance.LendAsync(kees, Alliance.Coffee with { Title = "Elke week soep", Last = new(2026, 6, 30), From = null, Until = null });
        Assert.Null(await alliance.AsAsync((BeAway a) => a.HandleAsync(alliance.Kees.Id, new(2026, 6, 8), new(2026, 6, 10), Ct), alliance.Kees));

        await alliance.App.RunAsync<WatchShiftsJob>();
        await alliance.App.RunAsync<WatchShiftsJob>();

        Assert.Equal((ShiftState.Open, "ShiftChange.IsAway"), ((await alliance.FindAsync(away)).State, (await alliance.FindAsync(away)).Reason));
        Assert.NotNull(await alliance.OpenAsync(Subject.Of(away)));
        Assert.Equal(ShiftState.Lent, (await alliance.FindAsync(longer)).State);
        alliance.App.Clock.Advance(Duration.FromDays(40));
        await alliance.App.RunAsync<WatchShiftsJob>();
        Assert.Equal((ShiftState.CalledOff, ShiftState.Done), ((await alliance.FindAsync(away)).State, (await alliance.FindAsync(longer)).State));
        Assert.Null(await alliance.OpenAsync(Subject.Of(longer)));
    }

    [Fact]
    public async Task A_circle_borrows_too_and_its_contact_says_yes()
    {
        var truus = (await Nabij.Tests.Modules.People.Street.AddPersonAsync(alliance.App, "Truus", "de Vries")).Id;
        var circle = new Circle("Lindelaan", alliance.App.Clock.Now);
        await alliance.App.SaveAsync(circle, new CircleMember(circle.Id, truus, Alliance.Today));
        Assert.Null(await alliance.AsAsync((Nabij.Modules.Circles.Contacts.NameContacts n) => n.HandleAsync(circle.Id, truus, null, null, Ct), alliance.Anja));
        var contact = new Someone(truus, new HeldRole(Role.Connector, circle.Id.Value));
        var shift = await alliance.AskAsync(Alliance.Coffee with { Title = "Helpt in de cirkel", Last = new(2026, 9, 1) }, new Borrower(null, circle.Id));

        Assert.Equal(truus, (await alliance.OpenAsync(Subject.Of(shift)))!.Owner);
        Assert.Null(await alliance.AsAsync((LendMember l) => l.HandleAsync(shift, kees, alliance.Monique.Id, Ct), alliance.Monique));
        Assert.Null(await alliance.AsAsync((AnswerOffer a) => a.YesAsync(shift, LendingSide.Borrower, Ct), contact));
        Assert.Null(await alliance.AsAsync((AnswerOffer a) => a.YesAsync(shift, LendingSide.Volunteer, Ct), alliance.Kees));

        Assert.Equal(ShiftState.Lent, (await alliance.FindAsync(shift)).State);
        Assert.True((await (await alliance.App.AsAsync(truus)).VisitAsync($"diensten/{shift.Value}")).Shows("Kees Jansen"));
    }

    private Task<Refusal?> AnswerAsync(Subject about, PersonId person, string answer) =>
        alliance.App.InScopeAsync(async scope =>
        {
            var refusal = await scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == about.Kind).ReceiveAsync(about, person, answer, Ct);
            await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
            return refusal;
        });
}
