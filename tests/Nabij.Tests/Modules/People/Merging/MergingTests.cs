using System.Net;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Merging;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Modules.People.Forgetting;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Merging;

/// <summary>Riet Bakker turns out to be here twice: once by the telephone, once at the desk.</summary>
public sealed class MergingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly HashSet<PersonField> Nothing = [];

    private HelpStreet street = null!;
    private PersonId twice;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        twice = await street.LivesAsync("Rietje", "Bakker-de Vries", street.Kerkstraat);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task The_desk_sees_both_side_by_side_chooses_and_is_asked_whether_it_is_sure()
    {
        var desk = await street.App.AsAsync(street.Joke, "Joke");
        await desk.VisitAsync($"mensen/{street.Riet.Value}");
        await desk.FollowAsync("Staat deze persoon er dubbel in?");
        await desk.VisitAsync($"mensen/{street.Riet.Value}/samenvoegen?zoek=Rietje");
        await desk.FollowAsync("Rietje Bakker-de Vries");
        Assert.True(desk.Shows("Dit blijft: Riet Bakker"));
        Assert.True(desk.Shows("Dit gaat op in het andere: Rietje Bakker-de Vries"));
        await desk.PressAsync("Voeg samen");
        Assert.True(desk.Shows("Zet een vinkje als je het zeker weet."));

        desk.Choose("Rietje Bakker-de Vries");
        desk.Choose("Ja, dit is dezelfde persoon. Ik weet dat het niet terug kan.");
        await desk.PressAsync("Voeg samen");

        Assert.EndsWith($"mensen/{street.Riet.Value}", desk.Url, StringComparison.Ordinal);
        Assert.True(desk.Shows("Rietje Bakker-de Vries"));
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/gezien");
        Assert.True(riet.Shows("Je stond er twee keer in. Dat is nu samengevoegd. Dat was Joke Prins."));
    }

    [Fact]
    public async Task What_either_asked_and_was_promised_is_of_the_one_who_stays()
    {
        await street.LikeChoresAsync(street.Kees, twice);
        var lamp = await street.AsksAsync(twice);
        var other = await street.AsksAsync(street.Nel);
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        Assert.Null(await street.AnswersAsync(twice, other, Answers.DoIt));

        Assert.Null(await MergeAsync(street.Riet, twice));

        Assert.Equal(street.Riet, (await street.RequestAsync(lamp)).AskedFor);
        Assert.Equal(street.Riet, (await street.RequestAsync(other)).ClaimedBy);
        Assert.Equal([HelpKind.Chore], (await street.App.InDbAsync(db => db.Helpers.SingleAsync(h => h.Person == street.Riet))).Likes);
    }

    [Fact]
    public async Task In_one_circle_and_once_in_each_role()
    {
        await street.App.GiveRoleAsync(street.Riet, Role.Connector);
        await street.App.GiveRoleAsync(twice, Role.Connector);
        Assert.Null(await MergeAsync(street.Riet, twice));

        var member = await street.App.InDbAsync(db => db.CircleMembers.Current.SingleAsync(m => m.Person == street.Riet));
        Assert.Equal(street.Lindelaan, member.Circle);
        Assert.Equal(1, await street.App.InDbAsync(db => db.RoleAssignments.Current.CountAsync(a => a.Person == street.Riet)));
    }

    [Fact]
    public async Task Who_promised_to_help_and_turns_out_to_be_who_asked_is_relieved_of_it()
    {
        await street.LikeChoresAsync(twice);
        var lamp = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        Assert.Null(await street.DoAsync<ClaimHelp, Refusal?>(twice, claim => claim.HandleAsync(lamp, twice, default)));

        Assert.Null(await MergeAsync(street.Riet, twice));

        Assert.Equal((HelpState.Searching, null), ((await street.RequestAsync(lamp)).State, (await street.RequestAsync(lamp)).ClaimedBy));
    }

    [Fact]
    public async Task An_event_that_is_still_to_be_delivered_tells_of_the_one_who_stays()
    {
        await street.AsksAsync(twice);
        Assert.Null(await MergeAsync(street.Riet, twice));

        var waiting = await street.App.InDbAsync(db => db.Outbox.Where(m => m.DeliveredAt == null).ToListAsync(Ct));
        Assert.DoesNotContain(waiting, m => m.Payload.Contains(twice.Value.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_is_not_joined_with_itself_nor_with_nobody()
    {
        Assert.IsType<SameRecord>(await MergeAsync(street.Riet, street.Riet));
        Assert.NotNull(await MergeAsync(street.Riet, PersonId.New()));

        var desk = await street.App.AsAsync(street.Joke, "Joke");
        await desk.VisitAsync($"mensen/{street.Riet.Value}/samenvoegen/{street.Riet.Value}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public void Without_a_choice_the_record_that_stays_wins_unless_it_is_empty_there()
    {
        var (stays, goes) = (new Person("Riet", "Bakker", street.App.Spoken()), new Person("Rietje", "Bakker", street.App.Spoken()));
        goes.Change(new("Rietje", "Bakker", 1941, null, "nl", new(Nabij.Modules.People.Contracts.Channel.Mail, "riet@example.nl")), text => text);

        var kept = MergedDetails.Of(stays, goes, MergedDetails.OnlyKnownOf(goes, stays));

        Assert.Equal(("Riet", 1941, "riet@example.nl"), (kept.GivenName, kept.BirthYear, kept.Ways.Mail));
    }

    /// <summary>Each column is looked at, so that one that a module forgets to declare is found too.</summary>
    [Fact]
    public async Task After_random_lives_nothing_points_at_who_went_and_no_row_is_lost()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NABIJ_SEED"), CultureInfo.InvariantCulture, out var set) ? set : 7;
        output.WriteLine($"seed {seed}");
        await using var app = await TestApp.StartAsync();
        var lives = new RandomLives(app, seed);
        await lives.RunAsync();
        var requests = await app.InDbAsync(db => db.HelpRequests.CountAsync(Ct));

        foreach (var pair in lives.Lives.Chunk(2))
            Assert.Null(await lives.AsAsync(pair[0].Id, s => s.GetRequiredService<MergePersons>().HandleAsync(pair[0].Id, pair[1].Id, Nothing, Ct)));

        var gone = lives.Lives.Where((_, n) => n % 2 == 1).Select(life => life.Id.Value).ToList();
        Assert.Empty(await app.InDbAsync(db => PointingAtAsync(db, gone)));
        Assert.Equal(requests, await app.InDbAsync(db => db.HelpRequests.CountAsync(Ct)));
        Assert.DoesNotContain(await app.InDbAsync(db => db.Persons.Select(p => p.Id).ToListAsync(Ct)), id => gone.Contains(id.Value));
        await lives.TickAsync();
    }

    private Task<Refusal?> MergeAsync(PersonId stays, PersonId goes) =>
        street.DoAsync<MergePersons, Refusal?>(street.Joke, merge => merge.HandleAsync(stays, goes, Nothing, default));

    private static async Task<List<string>> PointingAtAsync(NabijDb db, List<Guid> gone)
    {
        var found = new List<string>();
        var columns = PersonColumns.NamingPersons(db.Model).Concat(PersonColumns.TablesWithSubject(db.Model).Select(table => (table, "SubjectId")));
        foreach (var (table, column) in columns)
        {
            var sql = $"SELECT \"{column}\" AS \"Value\" FROM \"{table}\"";
            var values = await db.Database.SqlQueryRaw<Guid?>(sql).ToListAsync(Ct);
            found.AddRange(values.OfType<Guid>().Where(gone.Contains).Select(_ => $"{table}.{column}"));
        }
        return found;
    }
}
