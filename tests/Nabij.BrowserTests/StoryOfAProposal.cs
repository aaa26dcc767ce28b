using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing.Asking;
using Nabij.Modules.Circles.Proposing.Computing;

namespace Nabij.BrowserTests;

/// <summary>
/// Richard runs the desk in Deventer. He has circles proposed for a buurt, moves a street, takes the buurt over and notes what
/// residents say. In a real browser without script, on a phone and on a desk, in both languages; each time another buurt.
/// </summary>
public sealed class StoryOfAProposal(DemoSite site)
{
    private const string Place = "deventer";

    [Theory]
    [InlineData(390, "nl", "Dorp Schalkhaar")]
    [InlineData(1280, "en", "Borgele")]
    public async Task A_proposal_is_asked_for_changed_by_hand_and_taken_over(int width, string language, string buurt)
    {
        await using var richard = await Window.OpenAsync(site.Chromium, site.Address, new Community(Place, "Deventer", "Deventer"), width, language);
        await DemoSite.SignInAsync(richard.Page, Place, "Richard");
        await AskAsync(richard, buurt);

        await richard.FollowAsync(richard.T["Circles.Proposal.ByItself.Stop"]);
        await site.RunAsync<ProposeCirclesJob>(Place);
        await richard.FollowAsync(richard.T["Circles.Proposal.Look"]);
        Assert.Contains(richard.T["Circles.Proposal.Estimate"], await richard.TextAsync(), StringComparison.Ordinal);
        var proposal = richard.Page.Url;
        await MoveAsync(richard);
        await richard.FollowAsync(richard.T["Circles.Proposal.Print"]);
        Assert.Equal(1, await richard.Page.Locator("svg.nb-pmap").CountAsync());

        await richard.Page.GotoAsync(proposal);
        await richard.FollowAsync(richard.T["Circles.Proposal.TakeOver.Go", ("name", buurt)]);
        await richard.PressAsync(richard.T["Circles.Accept.Press"]);
        Assert.Contains(richard.T["Circles.Ask.For", ("name", buurt)], await richard.TextAsync(), StringComparison.Ordinal);
        await NoteAnAnswerAsync(richard);
        await richard.VisitAsync("cirkels/voorstellen");
        Assert.Equal("", string.Join("\n", richard.Wrong.Distinct(StringComparer.Ordinal)));
    }

    private static async Task AskAsync(Window richard, string buurt)
    {
        await richard.VisitAsync("cirkels");
        await richard.FollowAsync(richard.T["Circles.Proposals"]);
        await richard.FollowAsync(richard.T["Circles.Proposal.Start"]);
        await richard.FillAsync(richard.T["Circles.Proposal.Line.Name", ("n", 1)], "Spoor");
        await richard.PressAsync(richard.T["Circles.Proposal.Start.Press"]); // the places along it were forgotten
        await richard.FillAsync(richard.T["Circles.Proposal.Line.Places", ("n", 1)], "52.2500, 6.2850\n52.2510, 6.2950");
        await richard.SelectAsync(richard.T["Circles.Proposal.Where"], buurt);
        await richard.ChooseAsync(richard.T[CirclesThereAre.Forget]);
        await richard.PressAsync(richard.T["Circles.Proposal.Start.Press"]);
    }

    /// <summary>Moves the first street of the first circle to a circle beside it.</summary>
    private static async Task MoveAsync(Window richard)
    {
        await richard.FollowAsync(richard.T["Circles.Proposal.Circle.Named", ("n", 1), ("name", "")]);
        await richard.FollowAsync(richard.T["Circles.Proposal.Move.Street", ("street", "")].Trim());
        await richard.PressAsync(richard.T["Circles.Proposal.Move.Press", ("n", "")].Trim());
        Assert.Contains(richard.T["Circles.Proposal.TakeBack", ("from", 1), ("to", "")].Trim(), await richard.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Where somebody of the buurt is known, they say yes; where nobody is, the round is over.</summary>
    private static async Task NoteAnAnswerAsync(Window richard)
    {
        var note = richard.Page.GetByText(richard.T["Circles.Ask.Note"], new() { Exact = true });
        if (await note.CountAsync() > 0)
        {
            var round = richard.Page.Url;
            await richard.VisitAsync(await note.First.EvaluateAsync<string>("e => e.closest('a').href"));
            await richard.PressAsync(richard.T[CircleAnswer.YesWithNumber]);
            Assert.StartsWith(round, richard.Page.Url, StringComparison.Ordinal);
        }
        await richard.PressAsync(richard.T["Circles.Ask.Close"]);
        Assert.Contains(richard.T["Circles.Ask.Closed"], await richard.TextAsync(), StringComparison.Ordinal);
    }
}
