using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>Riet has what she chose in her telephone, by an address that only she knows.</summary>
public sealed class ChoicesTests : IAsyncLifetime
{
    private TestApp app = null!;
    private PersonId riet;
    private Activity coffee = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        riet = (await app.AddPersonAsync("Riet", "Bakker")).Id;
        coffee = await app.ActivityAsync(Coffee("Koffie-inloop"), June(3, 10), Weekly);
        await app.ActivityAsync(Coffee("Klaverjassen"), June(4, 10), Weekly);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_Riet_chose_and_signed_up_for_is_in_her_feed_and_nothing_about_her()
    {
        var dinner = await app.ActivityAsync(Coffee("Eettafel") with { SignUp = new(true, 6, 0) }, June(10, 12));
        var page = await (await app.AsAsync(riet)).VisitAsync($"agenda/{dinner.Id.Value}");
        await page.FollowAsync("Meld je aan");
        await page.Fill("Wil je iets weten of heb je iets nodig?", "Ik eet geen vlees.").PressAsync("Ik kom");
        await page.VisitAsync($"agenda/{coffee.Id.Value}");
        await page.PressAsync("Zet in mijn agenda");
        Assert.True(page.Shows("Dit staat in jouw agenda."), page.Text);

        var address = await MakeAsync(page);
        var text = (await app.AsVisitor().VisitAsync(address)).Html;

        var titles = CalendarReader.Read(Encoding.UTF8.GetBytes(text)).Events.Select(e => e.Summary.ToString()).ToHashSet();
        Assert.Equal(["Eettafel", "Koffie-inloop"], titles.Order());
        Assert.DoesNotContain("Riet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("vlees", text, StringComparison.Ordinal);
        Assert.True((await page.VisitAsync("ik/agenda")).Shows("Je staat op de lijst"));
    }

    [Fact]
    public async Task A_new_address_ends_the_old_and_a_stopped_one_is_nowhere()
    {
        var page = await app.AsAsync(riet);
        var first = await MakeAsync(page);
        var second = await MakeAsync(page, "Maak een nieuw adres");
        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.AsVisitor().VisitAsync(second)).Status);

        await (await page.VisitAsync("ik/agenda")).PressAsync("Stop het adres");

        Assert.Equal(HttpStatusCode.NotFound, (await app.AsVisitor().VisitAsync(second)).Status);
        Assert.True(page.Offers("Maak een geheim adres"));
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere_and_who_has_the_newest_hears_so()
    {
        var address = await MakeAsync(await app.AsAsync(riet));
        var secret = address.Split('/')[^1].Split('.')[0];
        var kept = await app.InDbAsync(db => db.ChoicesLinks.SingleAsync(Ct));
        Assert.Equal(LinkSecretLength, kept.SecretHash.Length);
        Assert.NotEqual(secret, kept.SecretHash);

        using var client = app.CreateClient();
        using var first = await client.GetAsync($"/{app.Community.Slug}/{address}", Ct);
        Assert.True(first.Headers.CacheControl!.Private);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.GetAsync($"/{app.Community.Slug}/{address}", Ct);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task What_she_takes_out_again_and_what_is_merged_follow()
    {
        var page = await (await app.AsAsync(riet)).VisitAsync($"agenda/{coffee.Id.Value}");
        await page.PressAsync("Zet in mijn agenda");
        var other = await app.ActivityAsync(Coffee("Koffie van het dorp"), June(5, 10));
        await app.InDbAsync(async db =>
        {
            var all = await db.Activities.ToListAsync(Ct);
            all.Single(a => a.Id == coffee.Id).MergeInto(all.Single(a => a.Id == other.Id), app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        Assert.True((await page.VisitAsync("ik/agenda")).Shows("Koffie van het dorp"), page.Text);

        await app.InDbAsync(async db =>
        {
            var all = await db.Activities.ToListAsync(Ct);
            all.Single(a => a.Id == coffee.Id).PartFrom(all.Single(a => a.Id == other.Id), app.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        await (await page.VisitAsync($"agenda/{coffee.Id.Value}")).PressAsync("Haal uit mijn agenda");
        Assert.True((await page.VisitAsync("ik/agenda")).Shows("Je koos nog niets"));
    }

    private const int LinkSecretLength = 64;

    private async Task<string> MakeAsync(Browser page, string press = "Maak een geheim adres")
    {
        await (await page.VisitAsync("ik/agenda")).PressAsync(press);
        return new Uri(page.Page.QuerySelector("code")!.TextContent).AbsolutePath[$"/{app.Community.Slug}/".Length..];
    }
}
