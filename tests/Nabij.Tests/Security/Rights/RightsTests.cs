using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.Calendar;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Modules.Rooms;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security.Rights;

/// <summary>
/// Everybody tries everything, and the guide says what they may. Set <c>NABIJ_WRITE_DOCS</c> to write it anew, and read the
/// difference before you keep it.
/// </summary>
public sealed class RightsTests
{
    private const string Visitor = "visitor";
    private const string Resident = "resident";
    private const string Begin = "<!-- rights -->\n";
    private const string End = "<!-- /rights -->";
    private const string BeginUnseen = "<!-- unseen -->\n";
    private const string EndUnseen = "<!-- /unseen -->";

    private static readonly Texts English = new TextCatalogue([typeof(Program).Assembly]).In("en");
    private static readonly string Guide = Repository.PathTo("docs", "guides", "rights.md");

    [Fact]
    public async Task Everybody_may_see_and_do_what_the_guide_says_and_nothing_else()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Takes most of a minute, and who may what is decided before the database is asked: once is enough.");
        var standstill = new Standstill();
        await using var street = await SettleAsync(standstill);
        var trying = new Trying(street.App, standstill, [.. await EverybodyAsync(street)]);
        standstill.Begin();

        var found = await trying.FindAsync();

        if (Environment.GetEnvironmentVariable("NABIJ_WRITE_DOCS") is not null)
            Write(found, trying.Unseen);
        var guide = RightsTable.Read(Between(Begin, End));
        None(trying.Wrong);
        None([.. found.DifferencesFrom(guide, Columns), .. found.MissingFrom(guide)]);
        Assert.Equal(Unseen(trying.Unseen), Between(BeginUnseen, EndUnseen));
    }

    [Fact]
    public async Task A_page_that_lets_in_whom_the_guide_does_not_is_found_out()
    {
        var standstill = new Standstill();
        await using var street = await SettleAsync(standstill, new OpenDoor());
        var trying = new Trying(street.App, standstill, [await Actor.VisitorAsync(Visitor, street.App)]);
        standstill.Begin();

        var found = await trying.FindAsync(p => p.Url("") is "mensen" or "mensen/rollen");

        var differences = found.DifferencesFrom(RightsTable.Read(Between(Begin, End)), [Visitor]);
        Assert.Equal(["mensen: see: visitor may, and the guide says otherwise"], differences);
    }

    [Fact]
    public async Task A_form_that_is_taken_from_whom_it_was_not_offered_is_found_out()
    {
        var standstill = new Standstill();
        await using var street = await SettleAsync(standstill, new HiddenForm());
        var joke = await Actor.SignedInAsync(English[Role.DistrictSupporter], street.App, street.Joke);
        var trying = new Trying(street.App, standstill, [await Actor.VisitorAsync(Visitor, street.App), joke]);
        standstill.Begin();

        await trying.FindAsync(p => p.Url("") is "mensen/nieuw/gegevens");

        Assert.Contains(trying.Wrong, wrong => wrong.StartsWith(Visitor, StringComparison.Ordinal) && wrong.EndsWith("changes Account", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_was_written_reads_as_it_was()
    {
        var table = new RightsTable([Visitor, Resident, "Helper"]);
        table.Allow(new("People", "ik", Deed.See), Resident);
        table.Allow(new("People", "ik", Deed.See), "Helper");
        table.Know(new("People", "mensen/{Id:guid}", "wissen"));

        var read = RightsTable.Read(table.Write());

        Assert.Equal(table.Write(), read.Write());
        Assert.True(read.May(new("People", "ik", Deed.See), "Helper"));
        Assert.False(read.May(new("People", "ik", Deed.See), Visitor));
    }

    /// <summary>All columns of the guide, in order.</summary>
    private static IReadOnlyList<string> Columns => [Visitor, "of another community", Resident, "whom it is about", "contact of the circle", .. Enum.GetValues<Role>().Select(r => English[r])];

    private static async Task<List<Actor>> EverybodyAsync(HelpStreet street)
    {
        var app = street.App;
        List<Actor> everybody = [await Actor.VisitorAsync(Visitor, app), await FromElsewhereAsync(app)];
        everybody.Add(await Actor.SignedInAsync(Resident, app, await street.LivesAsync("Mo", "Aydin", circle: null)));
        foreach (var own in new[] { street.Riet, street.Kees })
            everybody.Add(await Actor.SignedInAsync("whom it is about", app, own));
        everybody.Add(await Actor.SignedInAsync("contact of the circle", app, street.Truus));
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await street.LivesAsync("Els", "de Boer", circle: null);
            await app.GiveRoleAsync(person, role);
            everybody.Add(await Actor.SignedInAsync(English[role], app, person));
        }
        return everybody;
    }

    /// <summary>Somebody who has every role, but in the community next to this one.</summary>
    private static async Task<Actor> FromElsewhereAsync(TestApp app)
    {
        await using var elsewhere = await TestApp.StartAsync();
        var person = PersonId.New();
        foreach (var role in Enum.GetValues<Role>())
            await elsewhere.GiveRoleAsync(person, role);
        var session = await elsewhere.SignInAsync(person);
        return await Actor.FromElsewhereAsync("of another community", app, session);
    }

    /// <summary>The Lindelaan with a few questions, a school that lends its hall, an activity and letters to send.</summary>
    private static async Task<HelpStreet> SettleAsync(Standstill standstill, IStartupFilter? planted = null)
    {
        var street = await HelpStreet.StartAsync(app =>
            app.MoreServices = services =>
            {
                standstill.AddTo(services);
                if (planted is not null)
                    services.AddSingleton(planted);
            }
        );
        await street.LikeChoresAsync(street.Kees, street.Wim);
        for (var asked = 0; asked < 2; asked++)
            await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        await School.OpenAsync(street.App, caretaker: street.Truus, bookedFor: street.Riet, askedBy: street.Joke);
        var host = await street.App.OrganisationAsync("De Kade", street.Truus);
        await street.App.ActivityAsync(CalendarStreet.Coffee(), CalendarStreet.June(4, 10), CalendarStreet.Weekly, host);
        await street.LivesAsync("Nel", "Dekker", street.Lindelaan, Nabij.Modules.People.Contracts.Channel.Letter);
        await street.App.RunAsync<SendDueMessagesJob>();
        return street;
    }

    private static void Write(RightsTable found, IReadOnlyList<string> unseen)
    {
        var text = File.ReadAllText(Guide);
        text = Replaced(text, Begin, End, found.Write());
        File.WriteAllText(Guide, Replaced(text, BeginUnseen, EndUnseen, Unseen(unseen)));
    }

    private static string Unseen(IReadOnlyList<string> pages) => string.Concat(pages.Order(StringComparer.Ordinal).Select(p => $"* `/{p}`\n"));

    private static string Between(string begin, string end)
    {
        var text = File.ReadAllText(Guide);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Replaced(string text, string begin, string end, string content)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[..from] + content + text[text.IndexOf(end, from, StringComparison.Ordinal)..];
    }

    private static void None(List<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    /// <summary>A planted mistake: the list of people stands open.</summary>
    private sealed class OpenDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use((http, rest) => http.Request.Path.Value!.EndsWith("/mensen", StringComparison.Ordinal) ? http.Response.WriteAsync("<h1>Mensen</h1>") : rest(http));
                next(app);
            };
    }

    /// <summary>A planted mistake: whoever sends the form that writes somebody down gets an account.</summary>
    private sealed class HiddenForm : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (http, rest) =>
                    {
                        if (HttpMethods.IsPost(http.Request.Method))
                            await TakeAsync(http);
                        else
                            await rest(http);
                    }
                );
                next(app);
            };

        private static async Task TakeAsync(HttpContext http)
        {
            var db = http.RequestServices.GetRequiredService<Nabij.Kernel.Data.NabijDb>();
            db.Add(new Account("planted", NodaTime.Instant.FromUtc(2026, 6, 2, 7, 10)));
            await db.SaveChangesAsync(http.RequestAborted);
        }
    }
}
