using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Circles.Overview;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Overview;

public sealed class OverviewTests
{
    [Fact]
    public async Task The_contact_sees_her_circle_her_stand_in_and_whom_to_call()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, truus, _, _) = await StartAsync(app);

        var page = await (await app.AsAsync(truus.Id, "Truus")).VisitAsync("mijn-cirkel");

        Assert.EndsWith($"cirkels/{circle.Value}/overzicht", page.Url, StringComparison.Ordinal);
        Assert.True(page.Shows("Ben je weg? Dan neemt Kees het over."));
        Assert.True(page.Offers("Bel 0228 51 00 00"));
        Assert.True(page.Shows("Niets. Zet koffie."));
    }

    [Fact]
    public async Task Once_a_week_both_contacts_hear_what_happened_in_one_message_and_nothing_when_nothing_did()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, truus, kees, riet) = await StartAsync(app);
        app.Clock.Advance(Duration.FromDays(20));
        await app.RunAsync<WeeklyDigestJob>();
        Assert.Equal(0, await DigestsAsync(app));

        await app.AddMemberAsync(circle, "Fatima", "El Idrissi");
        await app.LeaveAsync(circle, riet);
        await app.RunAsync<WeeklyDigestJob>();
        Assert.Equal(0, await DigestsAsync(app)); // not a week yet
        app.Clock.Advance(Duration.FromDays(6));
        await app.AddMemberAsync(circle, "Ahmed", "Yilmaz");
        app.Clock.Advance(Duration.FromDays(1));
        await app.RunAsync<WeeklyDigestJob>();
        await app.RunAsync<WeeklyDigestJob>();

        var digests = await app.InDbAsync(db => db.Messages.Where(m => m.Reason == "Circles.Digest").ToListAsync());
        Assert.Equal(new HashSet<PersonId> { truus.Id, kees.Id }, digests.Select(d => d.Person).ToHashSet());
        Assert.Equal(2, digests.Count);
        Assert.Equal("Erbij gekomen: Ahmed Y.", digests[0].Word("news"));
    }

    private static Task<int> DigestsAsync(TestApp app) => app.InDbAsync(db => db.Messages.CountAsync(m => m.Reason == "Circles.Digest"));

    private static async Task<(CircleId, Person Truus, Person Kees, Person Riet)> StartAsync(TestApp app)
    {
        var circle = await app.StartCircleAsync();
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker");
        await app.NameContactsAsync(circle, truus, kees);
        return (circle, truus, kees, riet);
    }
}
