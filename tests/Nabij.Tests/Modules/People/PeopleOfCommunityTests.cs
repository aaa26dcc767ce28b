using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.People;

public sealed class PeopleOfCommunityTests : IAsyncLifetime
{
    private static readonly LocalDate Today = Street.Today;
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task People_are_found_by_id_in_one_query()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        var omar = await app.AddPersonAsync("Omar", "el Idrissi");

        var (cards, queries) = await app.AskPeopleAsync(async people =>
        {
            var counted = QueryCounter.Start();
            return (await people.FindAsync([riet.Id, omar.Id, riet.Id, PersonId.New()], Ct), counted.Queries);
        });

        Assert.Equal(1, queries);
        Assert.Equal("Riet Bakker", cards[riet.Id].FullName);
        Assert.Equal("Omar I.", cards[omar.Id].ShortName);
        Assert.Equal(2, cards.Count);
    }

    [Fact]
    public async Task Somebody_unknown_is_nobody() =>
        Assert.Null(await app.AskPeopleAsync(people => people.FindAsync(PersonId.New(), Ct)));

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("+31612345678")]
    [InlineData("RIET@lindelaan.example")]
    [InlineData("0228-510000")]
    public async Task Somebody_is_known_by_each_of_their_numbers_and_their_mail(string typed)
    {
        var riet = await app.AddPersonAsync(
            "Riet",
            "Bakker",
            new(Channel.Mail, "riet@lindelaan.example", "+31612345678", "+31228510000")
        );

        var found = await app.AskPeopleAsync(people => people.WithContactAsync(typed, Ct));

        Assert.Equal(riet.Id, Assert.Single(found).Id);
    }

    [Fact]
    public async Task A_couple_with_one_telephone_are_both_found()
    {
        await app.AddPersonAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228510000"));
        await app.AddPersonAsync("Jan", "Bakker", new(Channel.Call, Phone: "+31228510000"));

        var found = await app.AskPeopleAsync(people => people.WithContactAsync("0228 510000", Ct));

        Assert.Equal(["Jan", "Riet"], found.Select(p => p.GivenName));
    }

    [Fact]
    public async Task Numbers_and_mail_addresses_are_not_readable_in_the_database()
    {
        await app.AddPersonAsync("Riet", "Bakker", new(Channel.Mail, "riet@lindelaan.example", "+31612345678"));

        var raw = await app.InDbAsync(db =>
            db.Database.SqlQuery<string>($"SELECT \"MailAddress\" || \"MobileNumber\" || \"MailFingerprint\" AS \"Value\" FROM persons WHERE \"MailAddress\" IS NOT NULL")
                .ToListAsync(Ct)
        );

        Assert.NotEmpty(raw);
        Assert.All(raw, row => Assert.DoesNotMatch("riet|lindelaan|12345678", row));
    }

    [Fact]
    public async Task Reach_reads_back_where_somebody_is_reached()
    {
        var home = AddressId.New();
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Visit, Mobile: "+31612345678"), home);

        var ways = (await app.AskPeopleAsync(people => people.ReachAsync([riet.Id], Ct)))[riet.Id];

        Assert.Equal(new Reachable(riet.Id, Channel.Visit, null, "+31612345678", null, home, "nl"), ways);
        Assert.Equal("+31612345678", ways.NumberToCall);
    }

    [Fact]
    public async Task Willing_are_those_who_like_it_do_not_rest_and_are_not_away()
    {
        var omar = await WillingAsync("Omar");
        var fatima = await WillingAsync("Fatima");
        fatima.Helper.Rest(Today.PlusDays(1), Today);
        var wim = await WillingAsync("Wim");
        wim.Person.GoAway(Today, Today);
        var ans = await WillingAsync("Ans", HelpKind.Chore);
        foreach (var (person, helper) in new[] { omar, fatima, wim, ans })
            await app.SaveAsync(person, helper);

        var (willing, queries) = await AskWillingAsync(Today);

        Assert.Equal(1, queries);
        Assert.Equal([omar.Person.Id], willing.Select(w => w.Person));
        Assert.Equal(
            new[] { omar.Person.Id, fatima.Person.Id, wim.Person.Id }.ToHashSet(),
            (await AskWillingAsync(Today.PlusDays(1))).Willing.Select(w => w.Person).ToHashSet()
        );
    }

    [Fact]
    public async Task The_database_and_the_rule_agree_on_who_may_be_asked()
    {
        var helpers = new List<(LocalDate? Until, HelpKind Kind)>();
        foreach (var days in new int?[] { null, 1, 2, 3 })
        foreach (var kind in new[] { HelpKind.Walk, HelpKind.Meal })
            helpers.Add((days is { } d ? Today.PlusDays(d) : null, kind));
        var saved = new List<Nabij.Modules.People.Domain.Helper>();
        foreach (var (until, kind) in helpers)
        {
            var (person, helper) = await WillingAsync("Buur", kind);
            if (until is { } day)
                Assert.Null(helper.Rest(day, Today));
            await app.SaveAsync(person, helper);
            saved.Add(helper);
        }

        foreach (var on in Enumerable.Range(0, 5).Select(Today.PlusDays))
        {
            var asked = await app.InDbAsync(db => db.Helpers.WhoMayBeAsked(HelpKind.Walk, on).Select(h => h.Person).ToHashSetAsync(Ct));
            Assert.Equal(saved.Where(h => h.MayBeAsked(HelpKind.Walk, on)).Select(h => h.Person).ToHashSet(), asked);
        }
    }

    [Fact]
    public async Task What_is_known_of_a_helper_comes_along()
    {
        var (omar, helper) = await WillingAsync("Omar");
        helper.Offer([HelpKind.Walk], DayParts.WeekdayMorning | DayParts.WeekdayAfternoon | DayParts.WeekdayEvening, 4, true, ["nl", "ar"]);
        helper.VogSeen(PersonId.New(), Today);
        await app.SaveAsync(omar, helper);

        var willing = Assert.Single((await AskWillingAsync(Today)).Willing);

        Assert.Equal((4, true, true), (willing.AtMostPerMonth, willing.HasCar, willing.HasVog));
        Assert.Equal(["nl", "ar"], willing.Languages);
        Assert.Equal(DayParts.WeekdayMorning | DayParts.WeekdayAfternoon | DayParts.WeekdayEvening, willing.When);
    }

    [Fact]
    public async Task Never_again_for_this_is_kept_when_the_caller_saves()
    {
        var (omar, helper) = await WillingAsync("Omar");
        await app.SaveAsync(omar, helper);

        await app.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IPeople>().StopAskingAsync(omar.Id, HelpKind.Walk, Ct);
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });

        Assert.Empty((await AskWillingAsync(Today)).Willing);
    }

    [Fact]
    public async Task Who_is_away_is_known_on_the_days_that_they_are()
    {
        var sanne = await app.AddPersonAsync("Sanne", "Visser");
        await app.InDbAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == sanne.Id, Ct)).GoAway(Today, Today.PlusDays(2));
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Empty(await app.AskPeopleAsync(people => people.AwayAsync(Today.PlusDays(-1), Ct)));
        Assert.Equal([sanne.Id], await app.AskPeopleAsync(people => people.AwayAsync(Today.PlusDays(2), Ct)));
        Assert.Empty(await app.AskPeopleAsync(people => people.AwayAsync(Today.PlusDays(3), Ct)));
    }

    [Fact]
    public async Task Another_community_knows_nothing_of_them()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker", new(Channel.Mail, "riet@lindelaan.example"));
        await using var elsewhere = await TestApp.StartAsync();

        Assert.Null(await elsewhere.AskPeopleAsync(people => people.FindAsync(riet.Id, Ct)));
        Assert.Empty(await elsewhere.AskPeopleAsync(people => people.WithContactAsync("riet@lindelaan.example", Ct)));
    }

    [Fact]
    public async Task A_new_name_replaces_the_words_by_which_she_is_found()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        await app.InDbAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == riet.Id, Ct)).Rename("Riet", "Bakker-de Vries");
            return await db.SaveChangesAsync(Ct);
        });

        var words = await app.InDbAsync(db =>
            db.Set<Nabij.Modules.People.Domain.PersonName>().Where(n => n.Person == riet.Id).Select(n => n.Word).ToListAsync(Ct)
        );
        Assert.Equal(["baker", "fries", "riet"], words.Order(StringComparer.Ordinal));
    }

    private Task<(IReadOnlyList<WillingHelper> Willing, int Queries)> AskWillingAsync(LocalDate on) =>
        app.AskPeopleAsync(async people =>
        {
            var counted = QueryCounter.Start();
            return (await people.WillingAsync(HelpKind.Walk, on, Ct), counted.Queries);
        });

    private Task<(Nabij.Modules.People.Domain.Person Person, Nabij.Modules.People.Domain.Helper Helper)> WillingAsync(
        string name,
        HelpKind kind = HelpKind.Walk
    )
    {
        var person = new Nabij.Modules.People.Domain.Person(name, "Bakker", app.Spoken());
        return Task.FromResult((person, person.Likes(kind)));
    }
}
