using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>The pages as Anja at the desk, Riet's neighbour Kees, Erik of the school and Bep with the key see them.</summary>
public sealed class RoomPagesTests : IAsyncLifetime
{
    private static readonly LocalDate Tuesday = new(2026, 6, 9);
    private School school = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => school = await School.StartAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Anja_asks_by_phone_for_every_Tuesday_and_chooses_another_time_for_the_one_that_is_taken()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, Tuesday.PlusWeeks(1));
        var anja = await school.App.AsAsync(school.Anja, "Anja");

        await anja.VisitAsync($"zalen/{hall.Id.Value}/aanvragen?voor={school.Riet.Value}");
        anja.Fill("Waarvoor is het?", "Samen zingen").Fill("Hoeveel mensen komen er?", "12").Fill("Op welke dag?", "2026-06-09");
        anja.Fill("Hoe laat begint het?", "10:00").Fill("Hoe laat is het klaar?", "11:30").Fill("Hoe vaak?", "Elke week").Fill("Tot en met welke dag?", "2026-06-23");
        await anja.Choose("niet in de schoolvakanties").PressAsync("Kijk of het kan");
        Assert.True(anja.Shows("Op 1 dag kan het niet"), anja.Text);
        Assert.True(anja.Shows("elke dinsdag, niet in de schoolvakanties"), anja.Text);

        await anja.PressAsync("Vraag de zaal aan");
        Assert.StartsWith("Kies wat je wilt", anja.Alert?.Replace("Er mist nog iets", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal);

        await anja.Choose("Zelfde zaal, 11.30 tot 13.00 uur").PressAsync("Vraag de zaal aan");
        Assert.Equal("Samen zingen", anja.Title);
        Assert.True(anja.Shows("dinsdag 16 juni, 11.30 tot 13.00 uur"), anja.Text);

        await anja.PressAsync("De eigenaar zegt ja");
        Assert.True(anja.Shows("Het gaat door"), anja.Text);
    }

    [Fact]
    public async Task All_rooms_open_on_today_and_what_others_do_there_is_nobodys_business()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, new(2026, 6, 4));
        var (anja, kees) = (await school.App.AsAsync(school.Anja, "Anja"), await school.App.AsAsync(school.Kees, "Kees"));

        Assert.True((await anja.VisitAsync("zalen")).Shows("Vandaag"), anja.Text);
        await anja.VisitAsync("zalen?dag=2026-06-04");
        await kees.VisitAsync("zalen?dag=2026-06-04");

        Assert.True(anja.Shows("Koffieochtend") && anja.Shows("Riet Bakker"), anja.Text);
        Assert.True(kees.Shows("Bezet") && !kees.Shows("Koffieochtend") && !kees.Shows("Riet"), kees.Text);
        await kees.FollowAsync("Vrij: Aula");
        Assert.Equal("Aula aanvragen", kees.Title);
    }

    [Fact]
    public async Task A_day_in_the_holidays_shows_why_the_hall_is_closed()
    {
        await school.LendAsync();
        var kees = await school.App.AsAsync(school.Kees);

        await kees.VisitAsync("zalen?dag=2026-07-07");

        Assert.True(kees.Shows("De zaal is dicht in de schoolvakantie"), kees.Text);
    }

    [Fact]
    public async Task Only_Riet_sees_the_code_and_only_on_the_day_itself()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var path = $"zalen/reserveringen/{(await school.BookAsync(hall, Tuesday)).Id.Value}";
        var (riet, anja) = (await school.App.AsAsync(school.Riet), await school.App.AsAsync(school.Anja));
        Assert.True((await riet.VisitAsync(path)).Shows("In het kastje naast de fietsen"), riet.Text);
        Assert.False(riet.Shows("Code: 4711"));

        school.App.Clock.MoveTo(Tuesday.InstantAt(new(9, 0)));

        Assert.True((await riet.VisitAsync(path)).Shows("Code: 4711"), riet.Text);
        Assert.False((await anja.VisitAsync(path)).Shows("Code: 4711"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.App.AsAsync(school.Kees)).VisitAsync(path)).Status);
    }

    [Fact]
    public async Task Bep_sees_whom_she_brings_the_key_to_and_nobody_else_does()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        await school.BookAsync(hall, Tuesday);

        Assert.True((await (await school.App.AsAsync(school.Bep)).VisitAsync("zalen/sleutels")).Shows("Riet Bakker: Koffieochtend"));
        Assert.False((await (await school.App.AsAsync(school.Kees, "Kees")).VisitAsync("zalen/sleutels")).Shows("Riet"));
    }

    [Fact]
    public async Task The_editor_of_the_school_writes_down_a_room_and_another_editor_cannot_touch_it()
    {
        await school.App.GiveRoleAsync(school.Erik, Role.Editor, school.Organisation.Value);
        await school.App.GiveRoleAsync(school.Kees, Role.Editor, Guid.CreateVersion7());
        var erik = await school.App.AsAsync(school.Erik);

        await erik.VisitAsync("zalen/nieuw");
        erik.Fill("Hoe heet de zaal?", "Gymzaal").Fill("Waar is het?", "Schoolstraat 11").Fill("Hoeveel mensen passen erin?", "30").Fill("Prijs per uur, in euro", "7,50");
        await erik.Choose("Bewegen").Fill("dinsdag vanaf", "17:00").Fill("dinsdag tot", "21:30").PressAsync("Bewaar");
        Assert.True(erik.Shows("Gymzaal") && erik.Shows("dinsdag: 17.00 tot 21.30 uur") && erik.Shows("7,50"), erik.Text);

        var room = await school.App.InDbAsync(db => db.Rooms.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((750, RoomUse.Moving), (room.CentsPerHour, room.Uses));
        await erik.VisitAsync($"zalen/{room.Id.Value}/wijzigen");
        await erik.Fill("dinsdag tot", "20:00").PressAsync("Bewaar");
        Assert.True(erik.Shows("dinsdag: 17.00 tot 20.00 uur"), erik.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await school.App.AsAsync(school.Kees)).VisitAsync($"zalen/{room.Id.Value}/wijzigen")).Status);
    }

    [Fact]
    public async Task A_room_without_hours_is_refused_and_what_was_typed_stays()
    {
        var anja = await school.App.AsAsync(school.Anja);
        await anja.VisitAsync("zalen/nieuw");

        await anja.Fill("Hoe heet de zaal?", "Kapel").Fill("Waar is het?", "Kerkweg 1").Fill("Hoeveel mensen passen erin?", "30").PressAsync("Bewaar");

        Assert.StartsWith("Fout: ", anja.Title, StringComparison.Ordinal);
        Assert.True(anja.Shows("Vul minstens een dag met uren in"), anja.Text);
        Assert.Equal("Kapel", anja.FormOf("Bewaar").Single(f => f.Key == "Input.Name").Value);
    }

    [Fact]
    public async Task Days_with_a_booking_are_not_closed_over_peoples_heads()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, Tuesday);
        var anja = await school.App.AsAsync(school.Anja);
        await anja.VisitAsync($"zalen/{hall.Id.Value}");

        await anja.Fill("Eerste dag", "2026-06-08").Fill("Laatste dag", "2026-06-10").Fill("Waarom?", "Verven").PressAsync("Zet deze dagen dicht");
        Assert.True(anja.Shows("Er zijn reserveringen in die dagen"), anja.Text);

        await anja.Fill("Eerste dag", "2026-06-10").PressAsync("Zet deze dagen dicht");
        Assert.True(anja.Shows("woensdag 10 juni tot en met woensdag 10 juni 2026: Verven"), anja.Text);
        await anja.PressAsync("Toch open vanaf woensdag 10 juni");
        Assert.False(anja.Shows("Verven"), anja.Text);
    }

    [Fact]
    public async Task Free_hours_lead_to_the_question_with_the_day_filled_in()
    {
        await school.LendAsync();
        var kees = await school.App.AsAsync(school.Kees);

        await kees.VisitAsync("zalen/vrij?van=2026-06-09&tot=2026-06-09&dagdeel=WeekdayEvening&toegang=Wheelchair");
        Assert.True(kees.Shows("18.00 tot 22.00 uur"), kees.Text);
        await kees.FollowAsync("Aula, De Notenboom");

        Assert.Equal("2026-06-09", kees.FormOf("Kijk of het kan").Single(f => f.Key == "Input.First").Value);
    }
}
