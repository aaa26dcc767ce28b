using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Duplicates;
using Nabij.Tests.Support;
using NodaTime;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>The host, the hall and the town tell of the same activity: it is one line, with all three credited.</summary>
public sealed class DuplicatesTests : IAsyncLifetime
{
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 6, 2, 12, 0);

    private TestApp app = null!;
    private OrganisationId club;
    private OrganisationId kade;
    private OrganisationId town;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        club = await app.OrganisationAsync("Koersbalclub De Rolling");
        kade = await app.OrganisationAsync("Wijkcentrum De Kade");
        town = await app.OrganisationAsync("Gemeente Stede Broec");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "Koersbal", "De Kade, Havenplein 3, grote zaal", true)]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "KOERSBAL voor senioren", "De Kade", true)]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "Koersbalclub De Rolling: Koersbal", "Wijkcentrum De Kade", true)]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "Koersabl", "Wijkcentrum De Kade", true)]
    [InlineData("Wandelen met Kees", "Wijkcentrum De Kade", "Wandeling met Kees", "wijkcentrum de kade", true)]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "Bingo", "Wijkcentrum De Kade", false)]
    [InlineData("Koersbal", "Wijkcentrum De Kade", "Koersbal", "Sporthal Mariënhoeve", false)]
    [InlineData("Yoga groep 1", "Wijkcentrum De Kade", "Yoga groep 2", "Wijkcentrum De Kade", false)]
    public void Same_time_same_place_and_nearly_the_same_name_is_the_same(string title, string place, string otherTitle, string otherPlace, bool same)
    {
        var one = new Compared(ActivityId.New(), title, place, null, ["Koersbalclub De Rolling"], new HashSet<Instant> { Tuesday });
        var other = new Compared(ActivityId.New(), otherTitle, otherPlace, null, ["Gemeente Stede Broec"], new HashSet<Instant> { Tuesday });

        Assert.Equal(same, Sameness.Of(one, other) is not null);
        Assert.Equal(same, Sameness.Of(other, one) is not null);
    }

    [Theory]
    [InlineData("", "De Kade, Havenplein 3", SameBy.HostIsPlace)]
    [InlineData("Wijkcentrum De Kade, grote zaal", "De Kade", SameBy.Place)]
    [InlineData("Sporthal Mariënhoeve", "De Kade", SameBy.None)]
    public void That_the_host_has_a_hall_tells_only_where_the_host_names_no_other_place(string placeOfHost, string placeOfTown, SameBy same)
    {
        var hall = new Compared(ActivityId.New(), "Koersbal", placeOfHost, null, ["Wijkcentrum De Kade"], new HashSet<Instant> { Tuesday });
        var told = new Compared(ActivityId.New(), "Koersbal", placeOfTown, null, ["Gemeente Stede Broec"], new HashSet<Instant> { Tuesday });

        Assert.Equal(same, (Sameness.Of(hall, told)?.Reason ?? SameBy.None) & (SameBy.Place | SameBy.HostIsPlace));
        Assert.Equal(same, (Sameness.Of(told, hall)?.Reason ?? SameBy.None) & (SameBy.Place | SameBy.HostIsPlace));
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(15, true, false)]
    [InlineData(45, false, false)]
    public void A_quarter_of_an_hour_is_how_one_rounds_and_not_sure_three_quarters_is_another(int minutes, bool same, bool sure)
    {
        var one = new Compared(ActivityId.New(), "Koersbal", "De Kade", null, [], new HashSet<Instant> { Tuesday });
        var other = one with { Starts = new HashSet<Instant> { Tuesday + Duration.FromMinutes(minutes) } };

        Assert.Equal((same, sure), (Sameness.Of(one, other) is not null, Sameness.Of(one, other)?.IsSure == true));
    }

    [Fact]
    public async Task Of_three_that_are_one_one_is_shown_and_all_are_credited_and_one_click_undoes_it()
    {
        var (first, second, third) = await ThreeAsync();
        await FindAsync();
        Assert.Equal(3, await app.InDbAsync(db => db.ActivityPairs.CountAsync()));

        Assert.Equal(2, await app.InScopeAsync(s => s.GetRequiredService<SettlePair>().MergeAllSureAsync(default)));

        var shown = Assert.Single(await app.InDbAsync(db => db.Activities.Shown.ToListAsync()));
        Assert.Equal(first.Id, shown.Id);
        Assert.Equal([club, kade, town], shown.Hosts.OrderBy(h => h.Place).Select(h => h.Organisation));

        var pair = await PairAsync(first, third);
        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<SettlePair>().PartAsync(pair.Id, default)));

        var both = await app.InDbAsync(db => db.Activities.Shown.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync());
        Assert.Equal([first.Id, third.Id], both.Select(a => a.Id));
        Assert.Equal([club, kade], both[0].Hosts.OrderBy(h => h.Place).Select(h => h.Organisation));
        Assert.Equal([town], both[1].Hosts.Select(h => h.Organisation));
        Assert.Equal(second.Id, (await app.InDbAsync(db => db.Activities.SingleAsync(a => a.MergedInto != null))).Id);
    }

    [Fact]
    public async Task What_somebody_said_are_two_is_not_proposed_again()
    {
        var (first, second, _) = await ThreeAsync();
        await FindAsync();
        var pair = await PairAsync(first, second);

        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<SettlePair>().PartAsync(pair.Id, default)));
        await FindAsync();

        Assert.Equal(PairState.Two, (await PairAsync(first, second)).State);
        Assert.Equal(2, await app.InDbAsync(db => db.ActivityPairs.ToSettle.CountAsync()));
        Assert.IsType<AlreadySettled>(await app.InScopeAsync(s => s.GetRequiredService<SettlePair>().PartAsync(pair.Id, default)));
    }

    [Fact]
    public async Task A_proposal_that_is_no_longer_true_goes()
    {
        var (_, second, _) = await ThreeAsync();
        await FindAsync();
        await app.InDbAsync(async db =>
        {
            (await db.Activities.SingleAsync(a => a.Id == second.Id)).Describe(Coffee("Iets heel anders"), app.Clock.Now);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await FindAsync();

        Assert.Equal(1, await app.InDbAsync(db => db.ActivityPairs.CountAsync()));
    }

    [Fact]
    public async Task Two_who_say_otherwise_at_once_do_not_both_win()
    {
        var (first, second, _) = await ThreeAsync();
        await FindAsync();
        var pair = await PairAsync(first, second);

        var lost = await app.InScopeAsync(async slower =>
        {
            var db = slower.GetRequiredService<NabijDb>();
            var read = await db.ActivityPairs.SingleAsync(p => p.Id == pair.Id);
            Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<SettlePair>().MergeAsync(pair.Id, default)));
            read.Part(app.Clock.Now);
            return !await db.TrySaveAsync(TestContext.Current.CancellationToken);
        });

        Assert.True(lost);
        Assert.Equal(PairState.Merged, (await PairAsync(first, second)).State);
    }

    private async Task<(Activity, Activity, Activity)> ThreeAsync()
    {
        var details = Coffee("Koersbal");
        var first = await app.ActivityAsync(details, June(2, 14), Weekly, club);
        app.Clock.Advance(Duration.FromMinutes(1));
        var second = await app.ActivityAsync(details with { Title = "Koersbal voor senioren", Venue = Venue.Named("De Kade, grote zaal") }, June(2, 14), Weekly, kade);
        app.Clock.Advance(Duration.FromMinutes(1));
        var third = await app.ActivityAsync(details with { Title = "Koersbalclub De Rolling: koersbal" }, June(2, 14), Weekly, town);
        return (first, second, third);
    }

    private Task FindAsync() => app.RunAsync<FindDuplicatesJob>();

    private Task<ActivityPair> PairAsync(Activity one, Activity other) =>
        app.InDbAsync(db => db.ActivityPairs.SingleAsync(p => p.First == one.Id && p.Second == other.Id));
}
