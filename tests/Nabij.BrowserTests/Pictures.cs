using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.Reach.Sending;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// The pictures of the handleiding, of the demo as it is now: no test, so it is skipped unless NABIJ_PICTURES names the folder
/// to put them in. <c>docs/handleiding/pictures</c> does that.
/// </summary>
public sealed class Pictures(DemoSite site)
{
    private const string Town = "stede-broec";
    private const int Desk = 1280;
    private const int Phone = 390;
    private static readonly string Folder = Environment.GetEnvironmentVariable("NABIJ_PICTURES") ?? "";

    public static bool AreAsked => Folder.Length > 0;

    [Fact(Skip = "Makes pictures: docs/handleiding/pictures", SkipUnless = nameof(AreAsked))]
    public async Task The_pictures_of_the_handleiding()
    {
        Directory.CreateDirectory(Folder);
        BeInTheMorning();
        await TellAndAskAsync();
        var anja = await SignInAsync("Anja", Desk);
        var question = "";
        Func<Task>[] visits =
        [
            AnybodyAsync,
            () => AnjaAtHerDeskAsync(anja),
            async () => question = await AnjaWritesDownWhatRietAsksAsync(anja),
            () => KeesOnHisPhoneAsync(question),
            () => AnjaAfterwardsAsync(anja, question),
            () => AnjaKeepsAsync(anja),
            TruusAsync,
        ];
        List<Exception> gaps = []; // a page that changed costs its own pictures only
        foreach (var visit in visits)
        {
            if (await Record.ExceptionAsync(visit) is { } gap)
                gaps.Add(gap);
        }
        Assert.Empty(gaps);
    }

    private async Task AnybodyAsync()
    {
        var page = await OpenAsync(Desk);
        await ShootAsync(page, "", "voorpagina", 780);
        await ShootAsync(page, "hulp-vragen", "hulp-vragen", 620);
        await ShootAsync(page, "inloggen", "inloggen", 620);
        await ShootAsync(page, "agenda", "agenda", 900);
    }

    private static async Task AnjaAtHerDeskAsync(IPage page)
    {
        await ShootAsync(page, "bureau", "bureau", 900);
        await ShootAsync(page, "mensen?zoek=Riet Bakker", "mensen", 760);
    }

    private static async Task<string> AnjaWritesDownWhatRietAsksAsync(IPage page)
    {
        await page.GotoAsync($"/{Town}/bureau");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nieuwe vraag opschrijven" }).ClickAsync();
        await page.Locator("[name='zoek']").FillAsync("Riet Bakker");
        await page.Locator("[name='zoek']").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Riet Bakker" }).First.ClickAsync();
        await page.Locator("[name='Input.Kind']").SelectOptionAsync("Chore");
        await page.Locator("[name='Input.Title']").FillAsync("Wie draait mijn lamp in?");
        await page.Locator("[name='Input.Details']").FillAsync("De lamp in de gang is stuk. De trap staat klaar.");
        await ShootAsync(page, "vraag-opschrijven", 1150);
        await page.GetByLabel("Gezegd aan de telefoon").CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Vraag het de buurt" }).ClickAsync();
        return new Uri(page.Url).AbsolutePath[(Town.Length + 2)..];
    }

    private async Task KeesOnHisPhoneAsync(string question)
    {
        await TellAndAskAsync();
        var page = await SignInAsync("Kees", Phone);
        await ShootAsync(page, "", "helper-voorpagina", 844);
        await ShootAsync(page, "mijn-hulp", "helper-gevraagd", 844);
        await ShootAsync(page, question, "helper-vraag", 1500);
        await ShootAsync(page, "ik/helpen", "helper-aanbod", 844);
        await page.GotoAsync($"/{Town}/{question}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dat doe ik" }).First.ClickAsync();
        await ShootAsync(page, question, "helper-afspraak", 1500);
    }

    private async Task AnjaAfterwardsAsync(IPage page, string question)
    {
        await TellAndAskAsync();
        await ShootAsync(page, question, "vraag", 900);
        await ShootAsync(page, "bellijst", "bellijst", 700);
        await ShootAsync(page, "brieven/papier", "brief", 800);
    }

    private static async Task AnjaKeepsAsync(IPage page)
    {
        await ShootAsync(page, "cirkels", "cirkels", 620);
        await ShootAsync(page, "organisaties", "organisaties", 700);
        await ShootAsync(page, "telefoon", "telefoon", 860);
        await ShootAsync(page, "vrijwilligers", "vrijwilligers", 760);
        await ShootAsync(page, "zalen", "zalen", 760);
        await ShootAsync(page, "ik/aanmelding", "aanmelding", 760);
        await ShootAsync(page, "mensen/rollen", "rollen", 760);
        await page.GetByRole(AriaRole.Link, new() { Name = "Truus" }).First.ClickAsync();
        await ShootAsync(page, "rol-geven", 860);
        await ShootAsync(page, "plaatsen/adressen", "adressen", 700);
        await ShootAsync(page, "plaatsen", "plaatsen", 860);
    }

    private async Task TruusAsync()
    {
        var page = await SignInAsync("Truus", Desk);
        await ShootAsync(page, "mijn-cirkel", "cirkel", 900);
        var circle = await page.Locator("a[href$='/koelkastkaart']").First.GetAttributeAsync("href");
        await ShootAsync(page, "bureau", "bureau-van-truus", 760);
        await ShootAsync(page, circle!, "koelkastkaart", 760);
        await ShootAsync(page, circle!.Replace("koelkastkaart", "telefoonlijst", StringComparison.Ordinal), "telefoonlijst", 760);
    }

    /// <summary>At an hour when the desk is staffed, now or else at the next half past nine.</summary>
    private void BeInTheMorning()
    {
        var local = site.Clock.GetCurrentInstant().InZone(DutchTime.Zone);
        if (local.Hour is >= 9 and < 17)
            return;
        var day = local.Hour < 9 ? local.Date : local.Date.PlusDays(1);
        site.Clock.MoveTo(day.InstantAt(new(9, 30)));
    }

    private async Task TellAndAskAsync()
    {
        await site.RunAsync<WidenRingsJob>(Town);
        await site.RunAsync<SendDueMessagesJob>(Town);
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await (await site.Chromium.WindowAsync(width, baseUrl: site.Address)).NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    private async Task<IPage> SignInAsync(string who, int width)
    {
        var page = await OpenAsync(width);
        await DemoSite.SignInAsync(page, Town, who);
        return page;
    }

    private static async Task ShootAsync(IPage page, string path, string name, int height)
    {
        await page.GotoAsync($"/{Town}/{path}");
        await ShootAsync(page, name, height);
    }

    /// <summary>The upper part of the page, as far as it goes.</summary>
    private static async Task ShootAsync(IPage page, string name, int height)
    {
        var body = await page.Locator("body").BoundingBoxAsync();
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, (int)Math.Min(height, body?.Height ?? height));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Scale = ScreenshotScale.Css });
    }
}
