using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Modules.People;
using Nabij.Modules.Circles.Domain;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Contacts;

public sealed class ContactsTests
{
    [Fact]
    public async Task A_circle_without_two_contacts_stands_on_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var (truus, kees) = (await app.AddMemberAsync(circle, "Truus", "Visser"), await app.AddMemberAsync(circle, "Kees", "Jansen"));

        Assert.True(await app.IsOnTheDeskAsync(circle));
        await app.NameContactsAsync(circle, truus, null);
        Assert.True(await app.IsOnTheDeskAsync(circle));
        await app.NameContactsAsync(circle, truus, kees);
        Assert.False(await app.IsOnTheDeskAsync(circle));
        await app.LeaveAsync(circle, kees);
        Assert.True(await app.IsOnTheDeskAsync(circle));
    }

    [Fact]
    public async Task The_reserve_takes_over_from_a_contact_who_leaves_and_nothing_comes_on_the_desk()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var (truus, kees) = (await app.AddMemberAsync(circle, "Truus", "Visser"), await app.AddMemberAsync(circle, "Kees", "Jansen"));
        var fatima = await app.AddMemberAsync(circle, "Fatima", "El Idrissi");
        await app.NameContactsAsync(circle, truus, kees, fatima);

        await app.LeaveAsync(circle, truus);

        var card = (await app.CardOfAsync(circle))!;
        Assert.Equal((kees.Id, fatima.Id, null), (card.FirstContact, card.SecondContact, card.Reserve));
        Assert.False(await app.IsOnTheDeskAsync(circle));
    }

    [Fact]
    public async Task Contacts_are_the_connectors_of_their_circle_for_as_long_as_they_are_contacts()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var (truus, kees) = (await app.AddMemberAsync(circle, "Truus", "Visser"), await app.AddMemberAsync(circle, "Kees", "Jansen"));
        var fatima = await app.AddMemberAsync(circle, "Fatima", "El Idrissi");

        await app.NameContactsAsync(circle, truus, kees);
        Assert.Equal(new HashSet<(PersonId, PersonId?)> { (truus.Id, kees.Id), (kees.Id, truus.Id) }, await ConnectorsAsync(app, circle));

        await app.NameContactsAsync(circle, truus, fatima, kees);
        Assert.Equal(new HashSet<(PersonId, PersonId?)> { (truus.Id, kees.Id), (fatima.Id, kees.Id) }, await ConnectorsAsync(app, circle));
    }

    [Fact]
    public async Task Somebody_from_the_next_street_cannot_be_the_contact()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await app.StartCircleAsync();
        var wim = await app.AddPersonAsync("Wim", "de Boer");

        Assert.IsType<ContactIsNoMember>(await app.NameContactsAsync(circle, wim, null));
        Assert.Null((await app.CardOfAsync(circle))!.FirstContact);
    }

    private static Task<HashSet<(PersonId, PersonId?)>> ConnectorsAsync(TestApp app, CircleId circle) =>
        app.InDbAsync(async db =>
        {
            var held = await db.RoleAssignments.Current.Where(a => a.Role == Role.Connector && a.Scope == circle.Value).ToListAsync();
            return held.Select(a => (a.Person, a.StandIn)).ToHashSet();
        });
}
