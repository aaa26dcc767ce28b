using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>
/// Circle Lindelaan with Riet, Kees, Wim and Fatima, its contact Truus; circle Kerkstraat next to it with Nel; Bart further
/// away in the district; Joke runs the desk. It is Tuesday 2 June 2026, ten past nine.
/// </summary>
internal sealed class HelpStreet : IAsyncDisposable
{
    private int numbers = 10000000;

    private HelpStreet(TestApp app) => App = app;

    public TestApp App { get; }
    public CircleId Lindelaan { get; } = CircleId.New();
    public CircleId Kerkstraat { get; } = CircleId.New();
    public PersonId Riet { get; private set; }
    public PersonId Kees { get; private set; }
    public PersonId Wim { get; private set; }
    public PersonId Fatima { get; private set; }
    public PersonId Truus { get; private set; }
    public PersonId Nel { get; private set; }
    public PersonId Bart { get; private set; }
    public PersonId Joke { get; private set; }

    public static async Task<HelpStreet> StartAsync(Action<TestApp>? prepare = null)
    {
        var street = new HelpStreet(await TestApp.StartAsync(prepare));
        await street.SettleAsync();
        return street;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task SettleAsync()
    {
        await App.SaveAsync(
            new Circle("Lindelaan", App.Clock.Now) { Id = Lindelaan },
            new Circle("Kerkstraat", App.Clock.Now) { Id = Kerkstraat },
            CirclePair.Of(Lindelaan, Kerkstraat)
        );
        Riet = await LivesAsync("Riet", "Bakker", Lindelaan);
        Kees = await LivesAsync("Kees", "Jansen", Lindelaan);
        Wim = await LivesAsync("Wim", "Visser", Lindelaan);
        Fatima = await LivesAsync("Fatima", "El Idrissi", Lindelaan);
        Truus = await LivesAsync("Truus", "de Wit", Lindelaan);
        Nel = await LivesAsync("Nel", "Smit", Kerkstraat);
        Bart = await LivesAsync("Bart", "Mulder", circle: null);
        Joke = await LivesAsync("Joke", "Prins", circle: null);
        await App.InDbAsync(async db =>
        {
            var circle = await db.Set<Circle>().SingleAsync(c => c.Id == Lindelaan);
            Assert.Null(circle.NameContacts(Truus, null, null, new HashSet<PersonId> { Truus }));
            return await db.SaveChangesAsync();
        });
        await App.GiveRoleAsync(Joke, Role.DistrictSupporter);
    }

    public async Task<PersonId> LivesAsync(string given, string family, CircleId? circle, Channel prefers = Channel.TextMessage)
    {
        var home = AddressId.New();
        var person = new Person(given, family, new(ConsentWay.Spoken, App.Clock.Now, null)) { Home = home };
        var (mobile, landline) = ($"+316{numbers++}", $"+31228{numbers++ % 1000000:000000}");
        var ways = prefers is Channel.Call or Channel.Letter ? new WaysToReach(prefers, Phone: landline) : new WaysToReach(prefers, Mail: $"p{numbers}@example.nl", Mobile: mobile);
        Assert.Null(person.ReachBy(ways, text => text));
        await App.SaveAsync(person);
        if (circle is { } lives)
            await App.SaveAsync(new CircleMember(lives, person.Id, App.Clock.Now.TodayAt()), new CircleAddress(home, lives));
        return person.Id;
    }

    /// <summary>These neighbours like to do chores, twice a month at most.</summary>
    public async Task LikeChoresAsync(params PersonId[] persons)
    {
        foreach (var person in persons)
            await LikesAsync(person, [HelpKind.Chore]);
    }

    public Task LikesAsync(PersonId person, HelpKind[] kinds, int atMost = 2)
    {
        var helper = new Helper(person);
        Assert.Null(helper.Offer(kinds, DayParts.Always, atMost, hasCar: false, ["nl"]));
        return App.SaveAsync(helper);
    }

    public async Task<OrganisationId> TakesChoresAsync(string name, PersonId contact)
    {
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new(name, "Klussen in huis", "0228 52 00 00", contact, [HelpKind.Chore]), App.Clock.Now));
        await App.SaveAsync(organisation);
        return organisation.Id;
    }

    /// <summary>Riet asks who hangs up her lamp.</summary>
    public Task<HelpRequestId> RietAsksAsync(
        HelpPlan? plan = null,
        Urgency urgency = Urgency.ThisWeek,
        Readers readers = Readers.District,
        HelpKind kind = HelpKind.Chore
    ) => AsksAsync(Riet, plan, urgency, readers, kind);

    public async Task<HelpRequestId> AsksAsync(
        PersonId who,
        HelpPlan? plan = null,
        Urgency urgency = Urgency.ThisWeek,
        Readers readers = Readers.District,
        HelpKind kind = HelpKind.Chore
    )
    {
        var id = HelpRequestId.New();
        var refusals = await App.InScopeAsync(
            scope =>
                scope
                    .GetRequiredService<Nabij.Modules.HelpRequests.Asking.AskForHelp>()
                    .HandleAsync(
                        id,
                        new(kind, "Wie hangt mijn lamp op?", "De trap staat klaar.", plan ?? HelpPlan.Sometime(), 30, urgency, readers),
                        who,
                        null,
                        default
                    ),
            asPerson: who
        );
        Assert.Empty(refusals);
        return id;
    }

    public Task<T> DoAsync<TService, T>(PersonId person, Func<TService, Task<T>> act)
        where TService : notnull => App.InScopeAsync(scope => act(scope.GetRequiredService<TService>()), asPerson: person);

    /// <summary>Somebody answers the question they were asked, as by a link or a text message.</summary>
    public async Task<Refusal?> AnswersAsync(PersonId person, HelpRequestId request, string answer)
    {
        var ask = await App.InDbAsync(db => db.Asks.OfRequest(request).OrderByDescending(a => a.Search).FirstAsync(a => a.Person == person));
        return await ReceiveAsync(Subject.Of(ask.Id), person, answer);
    }

    /// <summary>Somebody answers about the help itself: it worked, it did not, or they cannot come.</summary>
    public Task<Refusal?> SaysAsync(PersonId person, HelpRequestId request, string answer) =>
        ReceiveAsync(Subject.Of(request), person, answer);

    private Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer) =>
        App.InScopeAsync(scope =>
            scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == about.Kind).ReceiveAsync(about, person, answer, default)
        );

    public Task<HelpRequest> RequestAsync(HelpRequestId id) => App.InDbAsync(db => db.HelpRequests.SingleAsync(r => r.Id == id));

    public async Task<IReadOnlyList<PersonId>> AskedAsync(HelpRequestId id) =>
        await App.InDbAsync(db => db.Asks.OfRequest(id).OrderBy(a => a.AskedAt).ThenBy(a => a.Id).Select(a => a.Person).ToListAsync());

    /// <summary>What is still to be told, or was, to this person: the reasons in order.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(PersonId person) =>
        await App.InDbAsync(db => db.Messages.Where(m => m.Person == person).OrderBy(m => m.Id).Select(m => m.Reason).ToListAsync());

    public async Task<PersonalMessage> LastMessageAsync(PersonId person) =>
        await App.InDbAsync(db => db.Messages.Where(m => m.Person == person).OrderByDescending(m => m.Id).FirstAsync());

    /// <summary>The open follow-ups about this request and its alarm: why, and by whom.</summary>
    public async Task<IReadOnlyList<(string Reason, PersonId? Owner)>> FollowUpsAsync(HelpRequestId id) =>
        [
            .. (await App.InDbAsync(db => db.FollowUps.Open.Where(f => f.SubjectId == id.Value).OrderBy(f => f.Reason).ToListAsync()))
                .Select(f => (f.Reason, f.Owner)),
        ];

    public async Task TickAsync<TJob>(Instant at)
        where TJob : ICommunityJob
    {
        App.Clock.MoveTo(at);
        await App.RunAsync<TJob>();
    }
}

internal static class MessageWords
{
    /// <summary>What was filled in under this name.</summary>
    public static string Word(this PersonalMessage message, string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(message.Words)![name];
}
