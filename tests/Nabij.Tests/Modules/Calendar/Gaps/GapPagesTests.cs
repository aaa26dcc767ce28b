using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.Calendar.Gaps.Data;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Tests.Modules.Rooms;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Calendar.Gaps;

/// <summary>Six people said at the door that they miss eating together in the evening; the school has a hall.</summary>
public sealed class GapPagesTests : IAsyncLifetime
{
    private School school = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => school = await School.StartAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_six_people_miss_becomes_an_activity_in_the_school()
    {
        var hall = await school.LendAsync();
        await MissedAsync(6);
        var anja = await school.App.AsAsync(school.Anja, "Anja");
        Assert.True((await anja.VisitAsync("gemis")).Shows("Gemist: 6"), anja.Text);

        await anja.PressAsync("Maak een plan voor Samen eten, doordeweeks, avond");
        Assert.Equal(["Gaps.FollowUp"], await OpenFollowUpsAsync());
        await anja.PressAsync("Vraag de zaal en zet het in de agenda");
        Assert.True(anja.Shows("Kies een zaal en een dag"), anja.Text);

        await anja.Fill("Hoe heet het?", "Avondtafel").Choose("Dinsdag 9 juni, 18.00 uur: Aula van De Notenboom").PressAsync("Vraag de zaal en zet het in de agenda");

        Assert.True(anja.Shows("Dit gat is gevuld"), anja.Text);
        var activity = await school.App.InDbAsync(db => db.Activities.AsNoTracking().SingleAsync(Ct));
        Assert.Equal(("Avondtafel", Theme.Eat, "Aula"), (activity.Title, activity.Theme, activity.Venue.Room));
        var booking = await school.App.InDbAsync(db => db.Bookings.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((hall.Id, BookingState.Asked), (booking.Room, booking.State));
        Assert.DoesNotContain("Gaps.FollowUp", await OpenFollowUpsAsync());
        Assert.True((await anja.VisitAsync("gemis")).Shows("Het is er"), anja.Text);
    }

    [Fact]
    public async Task A_series_has_its_room_on_every_date_but_those_that_were_shown_to_be_impossible()
    {
        await school.LendAsync();
        await school.App.InDbAsync(async db =>
        {
            (await db.Rooms.SingleAsync(Ct)).Close(new(2026, 6, 23), new(2026, 6, 23), "Open dag");
            return await db.SaveChangesAsync(Ct);
        });
        await MissedAsync(6);
        var anja = await school.App.AsAsync(school.Anja, "Anja");
        await anja.VisitAsync("gemis");
        await anja.PressAsync("Maak een plan voor Samen eten, doordeweeks, avond");
        anja.Fill("Hoe heet het?", "Avondtafel").Fill("Hoe vaak?", "Om de week").Choose("Dinsdag 9 juni, 18.00 uur: Aula van De Notenboom");
        await anja.PressAsync("Vraag de zaal en zet het in de agenda");

        Assert.True(anja.Shows("Op deze dagen kan het niet in deze zaal"), anja.Text);
        Assert.True(anja.Shows("Dinsdag 23 juni"), anja.Text);
        Assert.Equal(0, await school.App.InDbAsync(db => db.Bookings.CountAsync(Ct)));
        await anja.PressAsync("Ga verder zonder deze dagen");

        Assert.True(anja.Shows("Dit gat is gevuld"), anja.Text);
        var booked = await school.App.InDbAsync(db => db.BookedDates.OrderBy(d => d.Date).Select(d => d.Date).ToListAsync(Ct));
        var on = await school.App.InDbAsync(db => db.ActivityDates.Where(d => d.State != DateState.Cancelled).OrderBy(d => d.Day).Select(d => d.Day).ToListAsync(Ct));
        Assert.Equal(new(2026, 6, 9), booked[0]);
        Assert.True(booked.Count > 5, $"{booked.Count} dates");
        Assert.DoesNotContain(new(2026, 6, 23), booked);
        Assert.Equal(booked, on);
    }

    [Fact]
    public async Task What_four_people_miss_is_not_told_in_numbers()
    {
        await MissedAsync(4);
        var anja = await school.App.AsAsync(school.Anja);

        await anja.VisitAsync("gemis");

        Assert.True(anja.Shows("Gemist: weinig"), anja.Text);
        Assert.False(anja.Shows("Gemist: 4"));
        Assert.False(anja.Offers("Maak een plan voor Samen eten, doordeweeks, avond"));
    }

    [Fact]
    public async Task A_plan_has_a_stand_in_and_a_next_date_and_ends_when_it_is_dropped()
    {
        await MissedAsync(5);
        var anja = await school.App.AsAsync(school.Anja);
        await school.App.GiveRoleAsync(school.Kees, Role.DistrictSupporter);
        await anja.VisitAsync("gemis");
        await anja.PressAsync("Maak een plan voor Samen eten, doordeweeks, avond");

        await anja.Fill("Wie valt in?", "Kees Bakker").Fill("Wanneer is de volgende stap klaar?", "2026-06-05").PressAsync("Bewaar");
        var followUp = await school.App.InDbAsync(db => db.FollowUps.Open.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((school.Anja, school.Kees), (followUp.Owner, followUp.StandIn));

        await anja.Fill("Wanneer is de volgende stap klaar?", "2026-05-05").PressAsync("Bewaar");
        Assert.True(anja.Shows("Kies een dag die nog komt"), anja.Text);
        await anja.PressAsync("Dit gaat niet door");
        Assert.Empty(await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Who_signed_up_says_without_a_name_what_they_still_miss()
    {
        var riet = school.App.AsVisitor();
        await riet.VisitAsync("agenda/gemist");

        await riet.Choose("Bewegen").PressAsync("Dit mis ik");
        Assert.StartsWith("Fout: ", riet.Title, StringComparison.Ordinal);
        await riet.Choose("Bewegen").Choose("weekend").PressAsync("Dit mis ik");

        Assert.True(riet.Shows("Bedankt, we tellen het mee."), riet.Text);
        var miss = await school.App.InDbAsync(db => db.Missed.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((Theme.Move, DayParts.Weekend, HeardBy.SignUp), (miss.Theme, miss.Part, miss.HeardBy));
    }

    [Fact]
    public async Task At_the_door_it_is_written_down_without_a_name()
    {
        await school.App.GiveRoleAsync(school.Bep, Role.Concierge);
        var bep = await school.App.AsAsync(school.Bep);
        await bep.VisitAsync("gemis/nieuw");

        await bep.PressAsync("Bewaar");
        Assert.StartsWith("Fout: ", bep.Title, StringComparison.Ordinal);
        await bep.Choose("Bewegen").Choose("weekend").Choose("Aan de deur").Choose("Aangepast toilet").PressAsync("Bewaar");

        Assert.True(bep.Shows("Bewaard. Bedankt."), bep.Text);
        var miss = await school.App.InDbAsync(db => db.Missed.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((Theme.Move, DayParts.Weekend, AccessFacts.Toilet, HeardBy.Door), (miss.Theme, miss.Part, miss.Access, miss.HeardBy));
        Assert.Equal(HttpStatusCode.NotFound, (await bep.VisitAsync("gemis")).Status);
    }

    private Task MissedAsync(int people) =>
        school.App.SaveAsync([.. Enumerable.Range(0, people).Select(_ => new Miss(Theme.Eat, DayParts.WeekdayEvening, "", AccessFacts.Wheelchair, HeardBy.Door, School.Today))]);

    private Task<List<string>> OpenFollowUpsAsync() =>
        school.App.InDbAsync(db => db.FollowUps.Open.OrderBy(f => f.Reason).Select(f => f.Reason).ToListAsync(Ct));
}
