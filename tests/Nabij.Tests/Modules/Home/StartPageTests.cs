using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;
using static Nabij.Tests.Modules.HelpRequests.Lindelaan;

namespace Nabij.Tests.Modules.Home;

/// <summary>The start page shows each what waits for them.</summary>
public sealed class StartPageTests : IAsyncLifetime
{
    private HelpStreet street = null!;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees);
        await street.App.GiveRoleAsync(street.Kees, Role.Helper);
        await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(At(2, 9, 10));
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Kees_sees_what_he_is_asked_and_after_his_yes_what_he_promised()
    {
        var start = await StartOfAsync(street.Kees);
        Assert.True(start.Shows("Kun jij helpen?"));

        var question = await start.FollowAsync("Wie hangt mijn lamp op?");
        await question.PressAsync("Dat doe ik");
        var after = await StartOfAsync(street.Kees);

        Assert.True(after.Shows("Niemand vraagt je nu iets"));
        Assert.True(after.Shows("Dit heb je beloofd"));
        Assert.True(after.Offers("Wie hangt mijn lamp op?"));
    }

    [Fact]
    public async Task Riet_sees_her_own_question_and_how_it_stands()
    {
        var start = await StartOfAsync(street.Riet);

        Assert.True(start.Shows("Jouw vragen"));
        Assert.True(start.Shows("We zoeken een buur"));
        Assert.False((await StartOfAsync(street.Bart)).Shows("Wie hangt mijn lamp op?"));
    }

    [Fact]
    public async Task The_desk_sees_how_much_is_late_and_for_today()
    {
        Assert.True((await StartOfAsync(street.Joke)).Shows("Vandaag is alles gedaan"));
        await street.App.SaveAsync(
            new Nabij.Modules.Desk.Domain.FollowUp(
                new(Subject.Of(HelpRequestId.New()), "FollowUp.NotReached", "Lamp", "vragen/1", street.App.Clock.Now),
                street.App.Clock.Now
            )
        );
        street.App.Clock.Advance(NodaTime.Duration.FromHours(1));
        var start = await StartOfAsync(street.Joke);

        Assert.True(start.Shows("1 is te laat"));
        Assert.True(start.Offers("Vragen"));
    }

    [Theory]
    [InlineData("over", "Nabij helpt buren om elkaar te helpen.")]
    [InlineData("privacy", "We weten zo weinig mogelijk van je")]
    [InlineData("toegankelijkheid", "Iedereen moet Nabij kunnen gebruiken.")]
    public async Task Every_page_that_explains_shows_its_words(string path, string words)
    {
        var page = await street.App.AsVisitor().VisitAsync(path);

        Assert.True(page.Shows(words));
        Assert.DoesNotContain("Home.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_page_that_is_not_there_the_way_to_the_content_stays_on_that_page()
    {
        var page = await street.App.AsVisitor().VisitAsync("niets?dag=2");

        Assert.EndsWith("/niets?dag=2#inhoud", page.Page.QuerySelector(".nb-skip")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_asks_the_database_no_more_than_eight_times()
    {
        street.App.Server.PreserveExecutionContext = true; // the count of queries follows a request into the server
        await StartOfAsync(street.Bart); // the communities are remembered from here
        foreach (var person in new[] { street.Kees, street.Riet, street.Joke })
        {
            var browser = await street.App.AsAsync(person);
            var tally = QueryCounter.Start();
            await browser.VisitAsync("");
            Assert.True(tally.Queries is > 0 and <= 8, string.Join("\n", tally.Commands));
        }
    }

    private async Task<Browser> StartOfAsync(PersonId person) => await (await street.App.AsAsync(person)).VisitAsync("");
}
