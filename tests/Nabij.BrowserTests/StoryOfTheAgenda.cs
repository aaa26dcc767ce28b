using System.Text;
using System.Text.RegularExpressions;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Languages;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.Calendar.StillOn;
using Nabij.Modules.People.Contracts;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// Riet comes to something quiet near her home; a host says nothing and his coffee leaves the paper; what is missed becomes a table in
/// a school; a room is asked for every week but one. Without script, on a phone and on a desk, in both languages.
/// </summary>
public sealed class StoryOfTheAgenda(StreetSite site) : IClassFixture<StreetSite>
{
    private const int Far = 400;

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task Something_quiet_near_home_on_Tuesday_is_found_and_Riet_signs_up_by_phone(int width, string language)
    {
        var street = await AgendaStreet.SettleAsync(site, $"rustig-{width}-{language}");
        await street.PutAsync("Stil lezen", new(2026, 6, 2, 14, 0), doors: 6, but: d => d with { Access = AccessFacts.Quiet, SignUp = new(true, 8, 0) });
        await street.PutAsync("Bingo", new(2026, 6, 2, 14, 0), doors: 6);
        await street.PutAsync("Stille wandeling", new(2026, 6, 2, 10, 0), doors: Far, but: d => d with { Access = AccessFacts.Quiet });
        await using var anja = await street.SignInAsync(width, language);

        await anja.VisitAsync("bureau");
        await anja.FollowAsync(anja.T["Menu.Calendar"]);
        if (width < 1024)
            await anja.Page.Locator(".nb-filter__s").ClickAsync();
        await anja.ChooseAsync(anja.T[AccessFacts.Quiet]);
        await anja.SelectAsync(anja.T["Calendar.Walk"], anja.T["Calendar.Walk.Within", ("n", 10)]);
        await anja.FillAsync(anja.T["Calendar.Near"], "Lindelaan 4");
        await anja.PressAsync(anja.T["Calendar.Filter.Show"]);
        var found = await anja.Page.InnerTextAsync(".nb-calgrid__main");
        Assert.Contains(anja.T.DayAtStart(new(2026, 6, 2)), found, StringComparison.Ordinal);
        Assert.DoesNotContain("Bingo", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Stille wandeling", found, StringComparison.Ordinal);

        await anja.FollowAsync("Stil lezen");
        await anja.FollowAsync(anja.T["Calendar.SignUp.Me"]);
        await anja.FollowAsync(anja.T["Calendar.SignUp.Other"]);
        await anja.FillAsync(anja.T["People.Search.Label"], "riet");
        await anja.PressAsync(anja.T["People.Search.Press"]);
        await anja.FollowAsync("Riet Bakker");
        Assert.Contains(anja.T["Calendar.SignUp.For", ("name", "Riet Bakker")], await anja.TextAsync(), StringComparison.Ordinal);
        await anja.PressAsync(anja.T["Calendar.SignUp.Send"]);

        Assert.Contains(anja.T["Calendar.SignUp.Done.Comes"], await anja.TextAsync(), StringComparison.Ordinal);
        await site.SendAsync(street.Community);
        await anja.VisitAsync("bellijst");
        Assert.Contains("Riet", await anja.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Nothing(anja.Wrong);
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task A_silent_host_is_asked_and_phoned_and_then_the_coffee_leaves_the_paper_and_the_screen_says_why(int width, string language)
    {
        var street = await AgendaStreet.SettleAsync(site, $"stil-{width}-{language}");
        var coffee = await street.PutAsync("Koffie na de dienst", new(2026, 6, 7, 11, 0), weekly: true);
        await AfterDaysAsync(street, 71);
        site.Clock.Advance(Duration.FromHours(4)); // a question that may wait goes along with other news for a while
        await site.SendAsync(street.Community);
        Assert.Contains(await site.Mail.MailsAsync(), m => m.To.Contains(street.MailOfKarim, StringComparer.OrdinalIgnoreCase) && m.AnswerLink.Length > 0);

        await AfterDaysAsync(street, 7);
        await using var anja = await street.SignInAsync(width, language);
        await anja.VisitAsync("bureau");
        Assert.Contains(anja.T["FollowUp.CallTheHost"], await anja.TextAsync(), StringComparison.Ordinal);
        Assert.True(await IsOnPaperAsync(anja), "what is being asked after still stands on paper");

        await AfterDaysAsync(street, 15);
        Assert.False(await IsOnPaperAsync(anja), "what nobody confirmed leaves the paper");
        await using var visitor = await Window.OpenAsync(site.Chromium, site.Address, street.Community, width, language);
        await visitor.VisitAsync("agenda");
        Assert.Contains(visitor.T["Calendar.NotSure"], await visitor.TextAsync(), StringComparison.Ordinal);
        await visitor.FollowAsync(coffee.Title);
        Assert.Contains(visitor.T["Calendar.Silent"], await visitor.TextAsync(), StringComparison.Ordinal);

        await using var again = await street.SignInAsync(width, language);
        await again.VisitAsync($"agenda/beheer/{coffee.Id.Value}");
        await again.PressAsync(again.T["Calendar.Fresh.GoesOn"]);
        Assert.True(await IsOnPaperAsync(again), "what was confirmed by phone stands on paper again");
        Nothing(anja.Wrong.Concat(visitor.Wrong).Concat(again.Wrong));
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task What_is_missed_becomes_a_table_in_the_school_with_a_poster_that_a_telephone_reads(int width, string language)
    {
        var street = await AgendaStreet.SettleAsync(site, $"gemis-{width}-{language}");
        await street.LendHallAsync();
        for (var heard = 0; heard < 6; heard++)
            await street.SaveAsync(_ => new Miss(Theme.Eat, DayParts.WeekdayEvening, "", AccessFacts.Wheelchair, HeardBy.Door, new(2026, 6, 2)));
        await using var anja = await street.SignInAsync(width, language);

        await anja.VisitAsync("bureau");
        await anja.FollowAsync(anja.T["Desk.Gaps"]);
        var part = anja.T[$"Gaps.Part.{DayParts.WeekdayEvening}"];
        await anja.PressAsync(anja.T["Gaps.Open.Spoken", ("theme", anja.T[Theme.Eat]), ("part", part)]);
        await anja.FillAsync(anja.T["Gaps.Plan.Name"], "Avondtafel");
        await anja.SelectAsync(anja.T["Gaps.Plan.Every"], anja.T[GapRhythm.EveryWeek]);
        await anja.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio).First.CheckAsync();
        await anja.PressAsync(anja.T["Gaps.Plan.Fill"]);
        Assert.Contains(anja.T["Gaps.Conflicts"], await anja.TextAsync(), StringComparison.Ordinal); // half a year has holidays in it
        await anja.PressAsync(anja.T["Gaps.Plan.FillWithout"]);
        await anja.FollowAsync(anja.T["Gaps.ToActivity"]);
        Assert.Contains("Avondtafel", await anja.TextAsync(), StringComparison.Ordinal);

        await anja.FollowAsync(anja.T["Calendar.Poster"]);
        Assert.Equal(anja.Page.Url[..anja.Page.Url.LastIndexOf('/')], await anja.Page.EvaluateAsync<string>(await ReaderAsync()));
        Assert.Equal(1, await PagesAsync(anja));
        await anja.VisitAsync("agenda/maandblad?van=2026-06-01");
        Assert.Equal(1, await PagesAsync(anja));
        Nothing(anja.Wrong);
    }

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task Of_a_room_for_every_week_the_one_conflict_is_listed_before_anything_is_asked(int width, string language)
    {
        var street = await AgendaStreet.SettleAsync(site, $"zaal-{width}-{language}");
        var hall = await street.LendHallAsync();
        await street.SaveAsync(_ => new Nabij.Modules.Rooms.Domain.Closure(hall.Id, new(2026, 6, 16), new(2026, 6, 16), "Open dag"));
        await using var anja = await street.SignInAsync(width, language);

        await anja.VisitAsync($"zalen/{hall.Id.Value}/aanvragen?voor={street.Riet.Value}");
        await anja.FillAsync(anja.T["Rooms.Ask.Purpose"], "Samen zingen");
        await anja.FillAsync(anja.T["Rooms.Ask.People"], "12");
        await anja.FillAsync(anja.T["Rooms.Ask.First"], "2026-06-09");
        await anja.FillAsync(anja.T["Rooms.Ask.From"], "10:00");
        await anja.FillAsync(anja.T["Rooms.Ask.Until"], "11:30");
        await anja.SelectAsync(anja.T["Rooms.Ask.Every"], anja.T["Rooms.Ask.Every.Week"]);
        await anja.FillAsync(anja.T["Rooms.Ask.Last"], "2026-06-30");
        await anja.PressAsync(anja.T["Rooms.Ask.Check"]);

        var looked = await anja.TextAsync();
        Assert.Contains(anja.T.Count("Rooms.Check.Conflicts", 1), looked, StringComparison.Ordinal);
        Assert.Contains(anja.T.DayAtStart(new(2026, 6, 16)), looked, StringComparison.Ordinal);
        await anja.ChooseAsync(anja.T["Rooms.Check.LeaveOut"]);
        await anja.PressAsync(anja.T["Rooms.Check.Ask"]);

        Assert.Equal("Samen zingen", await anja.Page.TitleAsync());
        Assert.Contains(anja.T.Day(new(2026, 6, 9)), await anja.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(anja.T.Day(new(2026, 6, 16)), await anja.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await anja.PressAsync(anja.T["Rooms.Booking.Yes"]);
        Nothing(anja.Wrong);
    }

    private async Task AfterDaysAsync(AgendaStreet street, int days)
    {
        site.Clock.Advance(Duration.FromDays(days));
        await site.RunAsync<AskHostsJob>(street.Community);
    }

    private static async Task<bool> IsOnPaperAsync(Window window)
    {
        await window.VisitAsync("agenda/weekblad");
        return (await window.TextAsync()).Contains("Koffie na de dienst", StringComparison.Ordinal);
    }

    /// <summary>As many pages as come out of the printer.</summary>
    private static async Task<int> PagesAsync(Window window)
    {
        var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        return Regex.Count(pdf, @"/Type\s*/Page\b(?!s)", RegexOptions.None, TimeSpan.FromSeconds(10));
    }

    /// <summary>Reads the code on the page as a telephone does: from dots, by a reader that knows nothing of who wrote them.</summary>
    private static async Task<string> ReaderAsync()
    {
        var reader = await File.ReadAllTextAsync(Repository.PathTo("src", "Nabij.Web", "Frontend", "node_modules", "jsqr", "dist", "jsQR.js"));
        return $$"""
            () => {
                const module = { exports: {} };
                (function (module, exports) { {{reader}} })(module, module.exports);
                const code = document.querySelector('svg.nb-qr'), modules = code.viewBox.baseVal.width, dots = 6;
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = modules * dots;
                const paper = canvas.getContext('2d');
                paper.fillStyle = '#fff';
                paper.fillRect(0, 0, canvas.width, canvas.height);
                paper.scale(dots, dots);
                paper.fillStyle = '#000';
                paper.fill(new Path2D(code.querySelector('path').getAttribute('d')));
                const read = module.exports.default ?? module.exports;
                return read(paper.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data ?? '';
            }
            """;
    }

    private static void Nothing(IEnumerable<string> wrong)
    {
        var all = wrong.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
