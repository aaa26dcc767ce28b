using System.Net;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Welcoming;

public sealed class WelcomingTests
{
    [Fact]
    public async Task Wim_without_mail_or_telephone_joins_through_Riet_and_Kees_of_his_choice_passes_things_on()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var riet = await app.AsAsync(street.Riet.Id, "Riet");

        await (await riet.VisitAsync($"cirkels/{street.Circle.Value}")).FollowAsync("Breng een buur mee");
        riet.Fill("Voornaam", "Wim").Fill("Achternaam", "de Boer").Fill("Achter welke voordeur?", "Lindelaan 4");
        await riet.Fill("Wie geeft berichten door?", "Kees J.").Choose("De buur zei zelf ja").PressAsync("Geef door");
        Assert.True(riet.Shows("Dank je."));
        Assert.Equal(street.Truus.Id, await OwnerAsync(app));

        var truus = await app.AsAsync(street.Truus.Id, "Truus");
        await truus.VisitAsync($"cirkels/{street.Circle.Value}/welkom");
        Assert.True(truus.Shows("Lindelaan 4. Voorgesteld door Riet Bakker."));
        await truus.PressAsync("Welkom, Wim hoort erbij");

        var wim = await app.InDbAsync(db => db.Set<Person>().SingleAsync(p => p.FamilyName == "de Boer"));
        Assert.Equal((Channel.Visit, street.Doors[3]), (wim.Preferred, wim.Home));
        Assert.True((await truus.VisitAsync($"cirkels/{street.Circle.Value}/telefoonlijst")).Shows("Wim de Boer: via Kees Jansen"));
        Assert.Null(await OwnerAsync(app));
    }

    [Fact]
    public async Task When_who_passes_on_leaves_the_contact_is_to_find_another()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var member = await app.AddMemberAsync(street.Circle, "Wim", "de Boer");
        await app.InDbAsync(async db =>
        {
            (await db.CircleMembers.SingleAsync(m => m.Person == member.Id)).PassedOnBy = street.Kees.Id;
            return await db.SaveChangesAsync();
        });

        await app.LeaveAsync(street.Circle, street.Kees);

        Assert.Null(await app.InDbAsync(db => db.CircleMembers.Where(m => m.Person == member.Id).Select(m => m.PassedOnBy).SingleAsync()));
        Assert.True(await app.InDbAsync(db => db.Set<FollowUp>().AnyAsync(f => f.Reason == "Circles.FollowUp.PassOn" && f.ClosedAt == null && f.Owner == street.Truus.Id)));
    }

    [Fact]
    public async Task Nobody_is_brought_along_without_their_yes_a_door_here_and_a_way_to_hear_things()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        var riet = await app.AsAsync(street.Riet.Id, "Riet");
        await riet.VisitAsync($"cirkels/{street.Circle.Value}/buur-erbij");

        await riet.Fill("Voornaam", "Wim").PressAsync("Geef door");
        Assert.Contains("Vraag het eerst aan de buur zelf.", riet.Alert, StringComparison.Ordinal);
        await riet.Choose("De buur zei zelf ja").PressAsync("Geef door");
        Assert.Contains("Zonder telefoon kiest de buur", riet.Alert, StringComparison.Ordinal);
        await riet.Fill("Telefoonnummer", "030 999").PressAsync("Geef door");
        Assert.Contains("Dit telefoonnummer klopt niet.", riet.Alert, StringComparison.Ordinal);
        await riet.Fill("Telefoonnummer", "030 999 88 77").PressAsync("Geef door");
        Assert.Contains("Kies een voordeur", riet.Alert, StringComparison.Ordinal);
        Assert.Contains("value=\"Wim\"", riet.Html, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.JoinWishes.CountAsync()));
    }

    [Fact]
    public async Task The_contact_may_say_not_now_and_only_she_sees_who_waits()
    {
        await using var app = await TestApp.StartAsync();
        var street = await StartAsync(app);
        await app.SaveAsync(new Nabij.Modules.Circles.Domain.JoinWish(street.Circle, "Wim", "de Boer", street.Doors[3], street.Riet.Id, app.Clock.Now) { PassedOnBy = street.Kees.Id });
        var path = $"cirkels/{street.Circle.Value}/welkom";

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(street.Riet.Id)).VisitAsync(path)).Status);
        await (await (await app.AsAsync(street.Truus.Id)).VisitAsync(path)).PressAsync("Nu niet: Wim de Boer");

        Assert.Equal(3, (await app.CardOfAsync(street.Circle))!.Members);
        Assert.True((await (await app.AsAsync(street.Truus.Id)).VisitAsync(path)).Shows("Er wacht niemand"));
    }

    private static Task<PersonId?> OwnerAsync(TestApp app) =>
        app.InDbAsync(db => db.Set<FollowUp>().Where(f => f.SubjectKind == "JoinWish" && f.ClosedAt == null).Select(f => f.Owner).SingleOrDefaultAsync());

    private static async Task<Members> StartAsync(TestApp app)
    {
        var doors = await app.AddStreetAsync("Lindelaan", 1, 2, 3, 4);
        var circle = await app.StartCircleAsync();
        Assert.Null(await app.DoAsync<DrawCircle>(d => d.AddAsync(circle, new("Lindelaan", Nabij.Modules.Circles.Domain.StreetSide.Both, null, null), default)));
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67", home: doors[0]);
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21", home: doors[1]);
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker", home: doors[2]);
        await app.NameContactsAsync(circle, truus, kees);
        return new(circle, doors, truus, kees, riet);
    }

    private sealed record Members(CircleId Circle, IReadOnlyList<AddressId> Doors, Person Truus, Person Kees, Person Riet);
}
