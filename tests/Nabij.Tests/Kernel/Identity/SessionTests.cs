using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Kernel.Identity;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly PersonId Anja = PersonId.New();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_is_signed_in_is_greeted_by_name_in_the_head_of_every_page()
    {
        var page = await (await app.AsAsync(Anja, "Anja")).VisitAsync("fout/404");

        Assert.True(page.Offers("Anja"));
    }

    [Fact]
    public async Task A_session_that_was_ended_counts_no_more_from_the_next_click()
    {
        var browser = await app.AsAsync(Anja, "Anja");
        await app.InDbAsync(db =>
        {
            var accounts = db.AccountPersons.Select(p => p.Account);
            return db
                .Sessions.Where(s => accounts.Contains(s.Account))
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedAt, app.Clock.Now));
        });

        Assert.True((await browser.VisitAsync("fout/404")).Offers("Inloggen"));
    }

    [Fact]
    public async Task A_session_ends_by_itself_after_thirty_days()
    {
        var browser = await app.AsAsync(Anja, "Anja");
        app.Clock.Advance(Session.EndsUnusedAfter + Duration.FromSeconds(1));

        Assert.True((await browser.VisitAsync("fout/404")).Offers("Inloggen"));
    }

    [Fact]
    public async Task Signed_in_here_is_not_signed_in_next_door()
    {
        var next = new Nabij.Kernel.Tenancy.Community($"{app.Community.Slug}-verder", "Deventer", "Deventer");
        await app.AddCommunityAsync(next);
        var browser = await app.AsAsync(Anja, "Anja");

        Assert.True((await browser.VisitAsync($"/{next.Slug}/fout/404")).Offers("Inloggen"));
    }

    [Fact]
    public async Task The_choice_of_language_and_letters_is_remembered_and_leads_back_to_our_own_pages_only()
    {
        var visitor = await app.AsVisitor().VisitAsync("bestaat-niet");

        var english = await visitor.FollowAsync("English");
        Assert.True(english.Shows("This page is not here"));
        Assert.Equal("groot", (await english.FollowAsync("Larger letters")).Page.DocumentElement.GetAttribute("data-letters"));
        Assert.DoesNotContain("evil", (await visitor.VisitAsync("taal/en?terug=//evil.example/")).Url, StringComparison.Ordinal);
    }
}
