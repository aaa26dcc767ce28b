using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Host;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Modules.Reach;
using Nabij.Tests.Support;
using NodaTime;
using PersonConsent = Nabij.Modules.People.Domain.Consent;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>
/// Two processes serve one PostgreSQL. A hundred neighbours of the Lindelaan ask for a hand, ten others of theirs are asked
/// for each, and all thousand say 'Dat doe ik' at once.
/// </summary>
public sealed class TwoNodesTests(SmsGateway gateway) : IClassFixture<SmsGateway>, IAsyncLifetime
{
    private const int Requests = 100;
    private const int AskedEach = 10;
    private const int Seed = 1611;
    private static readonly string[] ToBoth = ["HelpRequests.FoundWithoutDay", "HelpRequests.YouHelp"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly List<WebNode> nodes = [];
    private readonly List<HelpRequest> requests = [];
    private readonly List<Ask> asks = [];
    private readonly ConcurrentBag<(Ask Ask, bool Accepted)> answered = [];
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 100 }
    )
    {
        Timeout = Patience,
    };
    private string connection = "";
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Several nodes need PostgreSQL.");
        gateway.StartOver();
        connection = await TestDatabase.NewEmptyAsync();
        app = new TestApp(connection) { KeysFromDatabase = true };
        app.Clock.MoveTo(SystemClock.Instance.GetCurrentInstant());
        await app.Services.MigrateAsync(Ct);
        await app.AddCommunityAsync(app.Community);
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        http.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_thousand_who_say_yes_at_once_a_hundred_are_first_and_nobody_is_told_twice()
    {
        nodes.AddRange(await Task.WhenAll(StartNodeAsync(), StartNodeAsync()));

        await AnswerAllAsync(await PressesAsync(), ask => nodes[ask % 2]);

        Assert.Equal(Requests, answered.Count(a => a.Accepted));
        Assert.Equal(Requests * AskedEach, answered.Count);
        await AssertOneHelperEachAsync();
        await MakeDueAsync();
        await UntilAsync(async () => await WaitingAsync() == 0, "all texts are sent");
        await UntilAsync(async () => await UndeliveredAsync() == 0, "all events are delivered");

        Assert.Equal(2 * Requests, gateway.Texts.Count);
        Assert.Equal(2 * Requests, gateway.Texts.Select(t => t.IdempotencyKey).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, await NodesThatShareTheScheduleAsync());
    }

    [Fact]
    public async Task Who_pressed_on_a_node_that_died_presses_again_and_a_node_that_died_sending_is_succeeded()
    {
        nodes.AddRange(await Task.WhenAll(StartNodeAsync(), StartNodeAsync()));
        var (survivor, victim) = (nodes[0], nodes[1]);

        await AnswerAllAsync(
            await PressesAsync(),
            ask => ask % 2 == 0 ? survivor : victim,
            onAnswer: count => count == Requests * AskedEach / 3 ? victim.KillAsync() : Task.CompletedTask,
            afterNoAnswer: survivor
        );

        Assert.Equal(Requests * AskedEach, answered.Count);
        await AssertOneHelperEachAsync();

        await MakeDueAsync();
        await UntilAsync(() => Task.FromResult(gateway.Texts.Count >= Requests / 4), "the survivor is sending");
        await survivor.KillAsync();
        Assert.NotEqual(0, await WaitingAsync());

        nodes.Add(await StartNodeAsync());
        await LetLeasesRunOutAsync();
        await UntilAsync(async () => await WaitingAsync() == 0, "all texts are sent");
        await UntilAsync(async () => await UndeliveredAsync() == 0, "all events are delivered");

        Assert.Equal(2 * Requests, gateway.Texts.Select(t => t.IdempotencyKey).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(gateway.Texts.Count, 2 * Requests, 2 * Requests + 2); // each node that died had one on its way, and that has the same key
    }

    private Task<WebNode> StartNodeAsync() =>
        WebNode.StartAsync(
            connection,
            ("Reach:Sms:Url", gateway.Url),
            ("Reach:Sms:Token", "let-us-in"),
            ("Reach:PublicUrl", "http://nabij.example")
        );

    /// <summary>A hundred who ask, a hundred who are asked ten times each.</summary>
    private async Task SettleAsync()
    {
        var (askers, helpers) = (People(600000000), People(610000000));
        var now = app.Clock.Now;
        foreach (var riet in askers)
        {
            var request = new HelpRequest(
                new(HelpKind.Chore, "Wie hangt mijn lamp op?", "De trap staat klaar.", HelpPlan.Sometime(), 30, Urgency.NoHurry, Readers.District),
                riet.Id,
                riet.Id,
                new(ConsentHow.AskedOneself, now, riet.Id),
                new(null, null, null, "nl"),
                now
            );
            var (ring, search, answerBy) = (request.Ring, request.Search, request.AskedBatch(now));
            var asked = Enumerable.Range(0, AskedEach).Select(i => helpers[(requests.Count + i * AskedEach) % helpers.Count]);
            asks.AddRange(asked.Select(h => new Ask(request.Id, search, h.Id, ring, now, answerBy)));
            requests.Add(request);
        }
        await app.SaveAsync([.. askers, .. helpers, .. requests]);
        await app.SaveAsync([.. asks]);
        await app.InScopeAsync(async scope =>
        {
            var rule = FollowUpRules.Of(HelpState.Searching)!; // what is open stands on a desk from the start
            foreach (var request in requests)
                await scope.GetRequiredService<IFollowUps>().OpenAsync(new(Subject.Of(request.Id), rule.Reason, request.Title, PathOf(request.Id), now), Ct);
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });
    }

    private List<Person> People(int firstNumber) =>
        [
            .. Enumerable.Range(0, Requests).Select(i =>
            {
                var person = new Person($"Buur{i}", "Lindelaan", new PersonConsent(ConsentWay.Spoken, app.Clock.Now, null));
                Assert.Null(person.ReachBy(new(Channel.TextMessage, Mobile: $"+31{firstNumber + i}"), app.Services.GetRequiredService<SensitiveText>().Fingerprint));
                return person;
            }),
        ];

    /// <summary>Each helper signs in and opens a page with the button; what pressing it sends is good for all their questions.</summary>
    private async Task<Dictionary<PersonId, Press>> PressesAsync()
    {
        var presses = new Dictionary<PersonId, Press>();
        foreach (var (helper, ask) in asks.GroupBy(a => a.Person).Select((g, i) => (g.Key, g.First())))
        {
            var cookie = await app.SignInAsync(helper);
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = nodes[presses.Count % 2].Address };
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            var page = await new Browser(client, app.Community.Slug).VisitAsync(PathOf(ask.Request));
            Assert.True(page.Offers("Dat doe ik"), $"{page.Status} {page.Text} {nodes[0].Said}");
            var forgery = page.Response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
            presses[helper] = new(string.Join("; ", forgery.Prepend(cookie)), page.FormOf("Dat doe ik"));
        }
        return presses;
    }

    private static string PathOf(HelpRequestId request) => $"vragen/{request.Value}";

    private async Task AnswerAllAsync(
        Dictionary<PersonId, Press> presses,
        Func<int, WebNode> nodeOf,
        Func<int, Task>? onAnswer = null,
        WebNode? afterNoAnswer = null
    )
    {
        var refusal = app.Services.GetRequiredService<TextCatalogue>().In("nl")[new AlreadyClaimed()];
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var order = asks.ToArray();
        new Random(Seed).Shuffle(order);
        var count = 0;
        await Task.WhenAll(
            order.Select(
                async (ask, i) =>
                {
                    var accepted = await AnswerAsync(ask, presses[ask.Person], nodeOf(i), afterNoAnswer, refusal);
                    answered.Add((ask, accepted));
                    await (onAnswer?.Invoke(Interlocked.Increment(ref count)) ?? Task.CompletedTask);
                }
            )
        );
    }

    private async Task<bool> AnswerAsync(Ask ask, Press press, WebNode node, WebNode? afterNoAnswer, string refusal)
    {
        try
        {
            return await AnswerAsync(ask, press, node, refusal);
        }
        catch (Exception dead) when (afterNoAnswer is not null && dead is HttpRequestException or IOException)
        {
            return await AnswerAsync(ask, press, afterNoAnswer!, refusal);
        }
    }

    /// <summary>Whether it was accepted; if not, the page says kindly why.</summary>
    private async Task<bool> AnswerAsync(Ask ask, Press press, WebNode node, string refusal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, $"{app.Community.Slug}/{PathOf(ask.Request)}"));
        request.Content = new FormUrlEncodedContent(press.Form);
        request.Headers.Add("Cookie", press.Cookies);
        using var response = await http.SendAsync(request, Ct);
        if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
            return true;

        var html = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{response.StatusCode}: {node.Said}");
        var page = new HtmlParser().ParseDocument(html);
        Assert.Contains(refusal, page.QuerySelector("[role=alert]")?.TextContent ?? html, StringComparison.Ordinal);
        return false;
    }

    /// <summary>Each request has one helper: who was told so. That helper and the requester are told once, and each other who was asked too.</summary>
    private async Task AssertOneHelperEachAsync()
    {
        var winners = answered.Where(a => a.Accepted).ToDictionary(a => a.Ask.Request, a => a.Ask.Person);
        var found = await app.InDbAsync(db => db.HelpRequests.AsNoTracking().ToListAsync(Ct));
        Assert.All(found, r => Assert.Equal((HelpState.Found, winners[r.Id]), (r.State, r.ClaimedBy!.Value)));

        var messages = await app.InDbAsync(db => db.Messages.AsNoTracking().ToListAsync(Ct));
        Assert.All(found, r => Assert.Single(messages, m => m.SubjectId == r.Id.Value && m.Person == r.AskedFor && m.Reason == ToBoth[0]));
        Assert.All(found, r => Assert.Single(messages, m => m.SubjectId == r.Id.Value && m.Person == r.ClaimedBy && m.Reason == ToBoth[1]));
        Assert.All(asks.Where(a => winners[a.Request] != a.Person), a => Assert.Single(messages, m => m.SubjectId == a.Id.Value && m.Reason == "HelpRequests.Filled"));
        Assert.Equal(Requests * (2 + AskedEach - 1), messages.Count);

        var events = await app.InDbAsync(db => db.Outbox.CountAsync(e => e.Type == typeof(HelperWasFound).FullName, Ct));
        Assert.Equal(Requests, events);
    }

    /// <summary>Whatever the hour of this test, the news of who was found may go now.</summary>
    private Task<int> MakeDueAsync() =>
        app.InDbAsync(db =>
        {
            var now = SystemClock.Instance.GetCurrentInstant();
            return db.Messages.Where(m => ToBoth.Contains(m.Reason))
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.EvenAtNight, true).SetProperty(x => x.DueAt, now), Ct);
        });

    /// <summary>Two minutes go by for what a dead node had in hand.</summary>
    private Task<int> LetLeasesRunOutAsync() =>
        app.InDbAsync(db =>
        {
            var past = SystemClock.Instance.GetCurrentInstant() - Duration.FromSeconds(1);
            return db.Messages.Where(m => m.State == MessageState.Sending)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.LockedUntil, past), Ct);
        });

    private Task<int> WaitingAsync() =>
        app.InDbAsync(db => db.Messages.CountAsync(m => ToBoth.Contains(m.Reason) && m.State != MessageState.Sent, Ct));

    private Task<int> UndeliveredAsync() => app.InDbAsync(db => db.Outbox.CountAsync(e => e.DeliveredAt == null, Ct));

    private Task<int> NodesThatShareTheScheduleAsync() =>
        app.InDbAsync(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM qrtz_scheduler_state""").SingleAsync(Ct));

    private async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var watch = Stopwatch.StartNew(); !await isSo(); await tick.WaitForNextTickAsync(Ct))
            Assert.True(watch.Elapsed < Patience, $"Not in time: {what}. {string.Join('\n', nodes.Select(n => n.Said))}");
    }

    /// <summary>What somebody's browser sends when they press the button.</summary>
    private sealed record Press(string Cookies, IReadOnlyList<KeyValuePair<string, string>> Form);
}
