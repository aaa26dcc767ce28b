using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Asking;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>
/// A district of circles on a grid through a year, hour by waking hour, on its own clock: residents ask, reluctant helpers
/// say yes, no or nothing, some drop out, some rest. Everything goes through the real commands and jobs; what may not
/// happen is looked at from outside, each hour.
/// </summary>
internal sealed class YearOfHelp(TestApp app, int requests, int seed)
{
    private const int CirclesAcross = 5;
    private const int CirclesDown = 4;
    private const int HelpersPerCircle = 20;
    private const int AskersPerCircle = 10;
    private const int Hours = 365 * 11;
    private const int Drain = 90 * 11;
    private static readonly LocalDate Start = new(2026, 6, 1);
    private static readonly HelpKind[] Kinds = [HelpKind.Chore, HelpKind.Groceries, HelpKind.Meal, HelpKind.Walk];

    private readonly Random dice = new(seed);
    private readonly List<PersonId> askers = [];
    private readonly Dictionary<PersonId, Helper> helpers = [];
    private readonly PriorityQueue<(Subject About, PersonId Person, string Answer), Instant> answers = new();
    private readonly Dictionary<(PersonId, int Month), int> promised = [];
    private readonly Dictionary<(PersonId, int Month), int> asked = [];
    private readonly Dictionary<HelpRequestId, (PersonId Helper, int Month)> promises = [];

    /// <summary>What went against a promise, in words; empty when all is well.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>How often each helper said yes and was accepted.</summary>
    public Dictionary<PersonId, int> Helped { get; } = [];

    public Dictionary<PersonId, int> TimesAsked { get; } = [];

    public async Task RunAsync()
    {
        await SettleAsync();
        var made = 0;
        for (var hour = 0; hour < Hours + Drain; hour++)
        {
            app.Clock.MoveTo(Start.PlusDays(hour / 11).InstantAt(new(9 + hour % 11, 0)));
            for (; made < (long)requests * (hour + 1) / Hours && made < requests; made++)
                await AskAsync();
            if (hour % 77 == 0)
                await app.RunAsync<KeepStatisticsJob>();
            await HourAsync(hour % 11 == 0);
        }
    }

    public Task<List<HelpRequest>> AllAsync() => app.InDbAsync(db => db.HelpRequests.AsNoTracking().ToListAsync());

    /// <summary>0: everybody the same; 1: one does everything.</summary>
    public static double Gini(IEnumerable<int> counts)
    {
        var sorted = counts.Order().ToList();
        var total = sorted.Sum();
        return total == 0 ? 0 : sorted.Select((count, i) => (2.0 * (i + 1) - sorted.Count - 1) * count).Sum() / (sorted.Count * (double)total);
    }

    private async Task HourAsync(bool morning)
    {
        var due = await app.InDbAsync(db => db.HelpRequests.Due(HelpState.Searching, app.Clock.Now).ToListAsync());
        if (due.Count > 0)
            await app.RunAsync<WidenRingsJob>();
        await LookAtAsksAsync(due);
        await AnswerAsync();
        if (!morning)
            return;
        await LookAtSearchesAsync();
        await app.RunAsync<AskAfterwardsJob>();
        await app.RunAsync<CloseUnansweredJob>();
        await app.RunAsync<ExpireJob>();
        await DecideHowItWentAsync();
    }

    /// <summary>Nobody waits past the hours of the ring.</summary>
    private async Task LookAtSearchesAsync()
    {
        var now = app.Clock.Now;
        var waiting = await app.InDbAsync(db => db.HelpRequests.CountAsync(r => r.State == HelpState.Searching && r.RingEndsAt <= now));
        if (waiting > 0)
            Broken.Add($"{waiting} wait past their ring's hours at {now}");
    }

    /// <summary>Nobody is asked while they rest, above their ceiling, or for their own household.</summary>
    private async Task LookAtAsksAsync(List<HelpRequestId> due)
    {
        if (due.Count == 0)
            return;
        var (now, today) = (app.Clock.Now, app.Clock.Now.TodayAt());
        var fresh = await app.InDbAsync(db => db.Asks.Where(a => due.Contains(a.Request) && a.AskedAt == now).AsNoTracking().ToListAsync());
        foreach (var ask in fresh.Where(a => a.Organisation is null))
        {
            var helper = helpers[ask.Person];
            var month = (ask.Person, MonthOf(today));
            asked[month] = asked.GetValueOrDefault(month) + 1;
            TimesAsked[ask.Person] = TimesAsked.GetValueOrDefault(ask.Person) + 1;
            if (helper.IsResting(today))
                Broken.Add($"asked while resting at {now}");
            if (promised.GetValueOrDefault(month) >= helper.AtMostPerMonth)
                Broken.Add($"asked above the ceiling of {helper.AtMostPerMonth} at {now}");
            if (asked[month] > helper.AtMostPerMonth * Load.QuestionsPerHelp)
                Broken.Add($"asked {asked[month]} times in a month at {now}");
            Consider(ask);
        }
        foreach (var ask in fresh.Where(a => a.Organisation is not null && dice.NextDouble() < 0.5))
            answers.Enqueue((Subject.Of(ask.Id), ask.Person, Answers.DoIt), now + Duration.FromHours(1));
    }

    /// <summary>Reluctant: one in four says yes, more say no, many say nothing.</summary>
    private void Consider(Ask ask)
    {
        var answer = dice.NextDouble() switch
        {
            < 0.25 => Answers.DoIt,
            < 0.60 => Answers.NotNow,
            < 0.602 => Answers.NeverThis,
            _ => null,
        };
        if (answer is not null)
            answers.Enqueue((Subject.Of(ask.Id), ask.Person, answer), app.Clock.Now + Duration.FromHours(dice.Next(0, 6)));
    }

    private async Task AnswerAsync()
    {
        while (answers.TryPeek(out var answer, out var at) && at <= app.Clock.Now)
        {
            answers.Dequeue();
            var refusal = await ReceiveAsync(answer.About, answer.Person, answer.Answer);
            if (refusal is null && answer is { Answer: Answers.DoIt, About.Kind: "Ask" } && helpers.ContainsKey(answer.Person))
                await PromiseAsync(answer.Person, new(answer.About.Id));
            else if (refusal is null && answer.Answer is Answers.Release or Answers.DidNotWork)
                TakeBack(new(answer.About.Id));
        }
    }

    private async Task PromiseAsync(PersonId helper, AskId ask)
    {
        var request = await app.InDbAsync(db => db.Asks.Where(a => a.Id == ask).Select(a => a.Request).SingleAsync());
        var month = (helper, MonthOf(app.Clock.Now.TodayAt()));
        if (!promises.TryAdd(request, month))
            return; // said yes before
        promised[month] = promised.GetValueOrDefault(month) + 1;
        Helped[helper] = Helped.GetValueOrDefault(helper) + 1;
        if (promised[month] > helpers[helper].AtMostPerMonth)
            Broken.Add($"promised {promised[month]} in a month, wanted {helpers[helper].AtMostPerMonth} at most");
    }

    /// <summary>Help that did not come does not count.</summary>
    private void TakeBack(HelpRequestId request)
    {
        if (!promises.Remove(request, out var month))
            return;
        promised[month]--;
        Helped[month.Helper]--;
    }

    private static int MonthOf(LocalDate day) => day.Year * 12 + day.Month;

    private Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer) =>
        app.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<NabijDb>().Database.OpenConnectionAsync();
            return await scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == about.Kind).ReceiveAsync(about, person, answer, default);
        });

    /// <summary>Most say it worked, a few that it did not, and some helpers drop out.</summary>
    private async Task DecideHowItWentAsync()
    {
        var (now, since) = (app.Clock.Now, app.Clock.Now - Duration.FromHours(23));
        var changed = await app.InDbAsync(db =>
            db.HelpRequests.Where(r => r.StateSince > since && (r.State == HelpState.AskedAfterwards || r.State == HelpState.Found))
                .Select(r => new { r.Id, r.State, r.AskedFor, r.ClaimedBy })
                .ToListAsync()
        );
        foreach (var request in changed.OrderBy(r => r.Id.Value))
        {
            var chance = dice.NextDouble();
            if (request.State == HelpState.AskedAfterwards && chance < 0.75)
                answers.Enqueue((Subject.Of(request.Id), request.AskedFor, chance < 0.03 ? Answers.DidNotWork : Answers.Worked), now + Duration.FromHours(2));
            else if (request is { State: HelpState.Found, ClaimedBy: { } helper } && chance < 0.03)
                answers.Enqueue((Subject.Of(request.Id), helper, Answers.Release), now + Duration.FromHours(1));
        }
    }

    private async Task AskAsync()
    {
        var today = app.Clock.Now.TodayAt();
        var day = today.PlusDays(dice.Next(0, 10));
        var plan = dice.Next(20) switch
        {
            0 => HelpPlan.EachWeek(day, day.PlusWeeks(3)),
            < 10 => HelpPlan.On(day),
            _ => HelpPlan.Sometime(),
        };
        var urgency = (Urgency)dice.Next(3);
        var readers = dice.Next(10) == 0 ? Readers.CircleOnly : Readers.District;
        var what = new WhatIsAsked(Kinds[dice.Next(Kinds.Length)], "Wie helpt mij?", "", plan, 30, urgency, readers);
        var asker = askers[dice.Next(askers.Count)];
        var refusals = await app.InScopeAsync(
            async scope =>
            {
                await scope.GetRequiredService<NabijDb>().Database.OpenConnectionAsync();
                return await scope.GetRequiredService<AskForHelp>().HandleAsync(HelpRequestId.New(), what, asker, null, default);
            },
            asPerson: asker
        );
        if (refusals.Count > 0)
            Broken.Add($"refused: {refusals[0]}");
    }

    private async Task SettleAsync()
    {
        app.Clock.MoveTo(Start.InstantAt(new(9, 0)));
        var grid = Enumerable.Range(0, CirclesAcross * CirclesDown).Select(i => new Circle($"Cirkel {i}", app.Clock.Now)).ToList();
        await app.SaveAsync([.. grid]);
        await app.SaveAsync([.. Pairs(grid)]);
        await app.SaveAsync([.. grid.SelectMany(People)]);
        var contact = Lives(grid[0], "Welzijn", new AddressId(Guid.CreateVersion7()));
        var organisation = new Organisation();
        organisation.Describe(new("Welzijn", "Alles", "0228 51 00 00", contact.Id, Kinds), app.Clock.Now);
        await app.SaveAsync(contact, organisation);
    }

    private static IEnumerable<CirclePair> Pairs(List<Circle> grid) =>
        from i in Enumerable.Range(0, grid.Count)
        from j in Enumerable.Range(i + 1, grid.Count - i - 1)
        where Math.Abs(i % CirclesAcross - j % CirclesAcross) + Math.Abs(i / CirclesAcross - j / CirclesAcross) == 1
        select CirclePair.Of(grid[i].Id, grid[j].Id);

    private IEnumerable<object> People(Circle circle)
    {
        for (var i = 0; i < HelpersPerCircle + AskersPerCircle; i++)
        {
            var home = AddressId.New();
            var person = Lives(circle, $"Buur {i}", home);
            yield return person;
            yield return new CircleMember(circle.Id, person.Id, Start);
            yield return new CircleAddress(home, circle.Id);
            if (i < AskersPerCircle)
                askers.Add(person.Id);
            else
                yield return helpers[person.Id] = Willing(person.Id);
        }
    }

    private Person Lives(Circle circle, string name, AddressId home)
    {
        var person = new Person(name, circle.Name, new(ConsentWay.Spoken, app.Clock.Now, null)) { Home = home };
        person.ReachBy(new(Channel.Mail, Mail: $"{person.Id.Value:N}@example.nl"), text => text[..40]);
        return person;
    }

    /// <summary>Likes two to four kinds, one to six times a month; one in ten rests for some months.</summary>
    private Helper Willing(PersonId person)
    {
        var helper = new Helper(person);
        helper.Offer([.. Kinds.OrderBy(_ => dice.Next()).Take(dice.Next(2, 5))], DayParts.Always, dice.Next(1, 7), hasCar: false, ["nl"]);
        if (dice.Next(10) == 0)
            helper.Rest(Start.PlusMonths(dice.Next(1, 10)), Start);
        return helper;
    }
}
