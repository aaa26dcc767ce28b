using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Importing;
using Nabij.Tests.Modules.People.Forgetting;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Importing;

/// <summary>Sanne has the volunteers of the elderly association in a spreadsheet.</summary>
public sealed class ImportingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Person sanne = null!;
    private Browser desk = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        sanne = await app.AddPersonAsync("Sanne", "Visser");
        await app.GiveRoleAsync(sanne.Id, Role.DistrictSupporter);
        desk = await app.AsAsync(sanne.Id, "Sanne");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_list_is_looked_at_doubles_are_told_apart_and_then_it_is_written_down()
    {
        await app.AddPersonAsync("Kees", "Jansen", new(Channel.Mail, "kees@example.nl"));
        await SendAsync("Naam;E-mail;Mobiel;Opmerking\nRiet Bakker;riet@example.nl;06-12345678;aardig\nKees Janssen;kees@example.nl;;\nNel;;;\n");
        Assert.True(desk.Shows("Welke kolom is wat?"));
        await desk.PressAsync("Bekijk de rijen");
        Assert.True(desk.Shows("Kies hoe deze mensen ja zeiden."));
        desk.Choose("Ja, dat staat op papier");
        await desk.PressAsync("Bekijk de rijen");
        Assert.Equal(1, await PersonsAsync("Kees", "Sanne") - 1);

        await app.RunAsync<ImportPeopleJob>();
        await desk.FollowAsync("Kijk hoe ver het is");
        Assert.True(desk.Shows("Wie is er misschien al?"));
        Assert.True(desk.Shows("Kees Jansen, kees@example.nl"));
        desk.Choose("Dezelfde. Verander niets.");
        await desk.PressAsync("Bewaar je keuzes");
        await desk.PressAsync("Schrijf 1 persoon op");
        await app.RunAsync<ImportPeopleJob>();
        await desk.FollowAsync("Kijk hoe ver het is");

        Assert.True(desk.Shows("De lijst is opgeschreven"));
        var riet = await app.InDbAsync(db => db.Persons.SingleAsync(p => p.GivenName == "Riet", Ct));
        Assert.Equal(("Bakker", "+31612345678", ConsentWay.Paper, sanne.Id), (riet.FamilyName, riet.MobileNumber, riet.Consent.Way, riet.Consent.NotedBy));
        await desk.FollowAsync("Download het verslag");
        Assert.Contains("Nel", desk.Html, StringComparison.Ordinal);
        Assert.Contains("Niet opgeschreven", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("aardig", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_like_a_double_and_is_somebody_else_is_written_down()
    {
        await app.AddPersonAsync("Riet", "Bakker", new(Channel.Mail, "riet@example.nl"));
        var import = await LookedAtAsync("naam;mail\nRiet Bakker;riet.bakker@example.nl\n");
        await DoAsync(k => k.DecideAsync(import, new Dictionary<int, bool> { [2] = false }, Ct).Done());
        Assert.Null(await DoAsync(k => k.TakeAsync(import, Ct)));
        await app.RunAsync<ImportPeopleJob>();

        Assert.Equal(2, await PersonsAsync("Riet"));
    }

    [Fact]
    public async Task Who_is_in_the_list_twice_is_asked_about()
    {
        var import = await LookedAtAsync("naam;mail\nRiet Bakker;riet@example.nl\nRiet Bakker;riet@example.nl\n");
        Assert.Null(await DoAsync(k => k.TakeAsync(import, Ct)));
        await app.RunAsync<ImportPeopleJob>();

        Assert.Equal(1, await PersonsAsync("Riet"));
        Assert.Equal(ImportState.Deciding, await app.InDbAsync(db => db.PeopleImports.Where(i => i.Id == import).Select(i => i.State).SingleAsync(Ct)));
        Assert.Equal(1, (await CountAsync(import))[RowOutcome.MaybeKnown]);
    }

    [Theory]
    [InlineData("", "Kies een bestand waar iets in staat.")]
    [InlineData("naam;mail\n", "Kies een bestand waar iets in staat.")]
    [InlineData("PK\u0003\u0004 een werkblad", "Dit is geen CSV-bestand.")]
    [InlineData("alleen een zin\nen nog een\n", "Dit is geen CSV-bestand.")]
    public async Task What_is_no_list_is_refused_in_words(string content, string why)
    {
        await SendAsync(content);

        Assert.StartsWith("Fout:", desk.Title, StringComparison.Ordinal);
        Assert.Contains(why, desk.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_in_words()
    {
        await SendAsync(new byte[50_000_000]);

        Assert.Contains("Dit bestand is te groot.", desk.Alert, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.PeopleImports.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_names_in_a_list_are_unreadable_in_the_database_and_the_file_itself_is_not_kept()
    {
        var import = await LookedAtAsync("naam;mail\nRiet Bakker;riet@example.nl\n");

        var kept = await app.InDbAsync(db =>
            db.Database.SqlQuery<string>($"SELECT \"Fields\" AS \"Value\" FROM people_import_rows WHERE \"Import\" = {import.Value}").ToListAsync(Ct)
        );
        Assert.DoesNotContain("Riet", Assert.Single(kept), StringComparison.Ordinal);
        Assert.Equal("", await app.InDbAsync(db => db.PeopleImports.Where(i => i.Id == import).Select(i => i.Content).SingleAsync(Ct)));
    }

    /// <summary>Wrong alphabets, dates, doubles, formulas, half rows: each row is written down as a whole or not at all.</summary>
    [Fact]
    public async Task Five_thousand_messy_rows_end_with_a_report_and_nothing_half_done()
    {
        const int Rows = 5_000;
        const int Seed = 20261122;
        output.WriteLine($"seed {Seed}");
        var mess = new MessyList(Seed, Rows);
        var import = await LookedAtAsync(mess.AsWindows1252());
        Assert.Null(await DoAsync(k => k.TakeAsync(import, Ct)));
        await app.RunAsync<ImportPeopleJob>();
        await app.RunAsync<ImportPeopleJob>(); // once more does no harm

        var counts = await CountAsync(import);
        output.WriteLine(string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}")));
        Assert.Equal(Rows - mess.Empty, counts.Values.Sum());
        Assert.Equal((mess.Faulty, mess.Doubles), (counts[RowOutcome.Faulty], counts[RowOutcome.MaybeKnown]));
        Assert.Equal(counts[RowOutcome.Taken], await app.InDbAsync(db => db.Persons.CountAsync(p => p.Id != sanne.Id, Ct)));
        Assert.False(await app.InDbAsync(db => db.Persons.AnyAsync(p => p.Id != sanne.Id && p.MailFingerprint == null, Ct)));
        Assert.True(await app.InDbAsync(db => db.Persons.AnyAsync(p => p.FamilyName.StartsWith("Coppé"), Ct)));

        await desk.VisitAsync($"mensen/inlezen/{import.Value}/verslag.csv");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var fields = desk.Html.TrimStart('\uFEFF').Split("\r\n").SelectMany(line => line.Split(';')).Select(f => f.TrimStart('"')).ToList();
        Assert.DoesNotContain(fields, f => f is ['=' or '+' or '-' or '@', ..]);
        Assert.Contains(fields, f => f.StartsWith("'=cmd", StringComparison.Ordinal));
    }

    private Task SendAsync(string content) => SendAsync(Encoding.UTF8.GetBytes(content));

    private async Task SendAsync(byte[] file)
    {
        await desk.VisitAsync("mensen/inlezen");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in desk.FormOf("Verstuur de lijst"))
            form.Add(new StringContent(value), name);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "File", "leden.csv");
        await desk.PostAsync("mensen/inlezen", form);
    }

    private Task<PeopleImportId> LookedAtAsync(string content) => LookedAtAsync(Encoding.UTF8.GetBytes(content));

    private async Task<PeopleImportId> LookedAtAsync(byte[] file)
    {
        var (kept, refused) = await DoAsync(k => k.HandleAsync(file, Ct));
        Assert.Null(refused);
        var columns = ColumnGuess.Of(Sheet.Read(SheetText.Read(file)!));
        Assert.Null(await DoAsync(k => k.MatchAsync(kept!.Value, columns, ConsentWay.Paper, Ct)));
        await app.RunAsync<ImportPeopleJob>();
        return kept!.Value;
    }

    private Task<T> DoAsync<T>(Func<KeepSheet, Task<T>> act) => app.InScopeAsync(scope => act(scope.GetRequiredService<KeepSheet>()), sanne.Id);

    private Task<IReadOnlyDictionary<RowOutcome, int>> CountAsync(PeopleImportId import) =>
        app.InScopeAsync(scope => scope.GetRequiredService<ImportReport>().CountAsync(import, Ct));

    private Task<int> PersonsAsync(params string[] given) => app.InDbAsync(db => db.Persons.CountAsync(p => given.Contains(p.GivenName), Ct));
}
