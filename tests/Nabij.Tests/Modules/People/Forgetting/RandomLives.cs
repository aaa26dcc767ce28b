using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Desk.Correcting;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Moving;
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
using Nabij.Modules.Reach.Answering;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.People.Forgetting;

/// <summary>
/// A small street lives for some weeks, by the real commands and jobs: people ask, say yes and no, drop out, write about each
/// other, text the desk, leave their circle. Every name, number and word of everybody is one of a kind, so that it can be
/// looked for afterwards.
/// </summary>
internal sealed class RandomLives(TestApp app, int seed)
{
    private const int People = 16;
    private const int Days = 25;

    private readonly Random dice = new(seed);
    private readonly Circle circle = new("De Lindelaan", app.Clock.Now);
    private PersonId desk;

    public List<Life> Lives { get; } = [];

    public async Task RunAsync()
    {
        await SettleAsync();
        for (var day = 0; day < Days; day++)
        {
            app.Clock.MoveTo(app.Clock.Now.TodayAt().PlusDays(1).InstantAt(new(10, 0)));
            for (var turn = 0; turn < 4; turn++)
                await SomethingHappensAsync();
            await TickAsync();
        }
        await AskAsync(Lives[1]); // some is open when the first of them are forgotten
        await AskAsync(Lives[2]);
        await TickAsync();
    }

    public async Task TickAsync()
    {
        app.Clock.Advance(Duration.FromMinutes(10));
        await app.RunAsync<WidenRingsJob>();
        await app.RunAsync<AskAfterwardsJob>();
        await app.RunAsync<CloseUnansweredJob>();
        await app.RunAsync<SendDueMessagesJob>();
        await app.RunAsync<DeliverOutboxJob>();
    }

    public Task<T> AsAsync<T>(PersonId who, Func<IServiceProvider, Task<T>> act) =>
        app.InScopeAsync(
            async scope =>
            {
                await scope.GetRequiredService<NabijDb>().Database.OpenConnectionAsync();
                return await act(scope);
            },
            who
        );

    private async Task SomethingHappensAsync()
    {
        var life = Lives[dice.Next(Lives.Count)];
        switch (dice.Next(9))
        {
            case < 3:
                await AskAsync(life);
                break;
            case < 6:
                await AnswerAsync();
                break;
            case 6:
                await AsAsync(life.Id, s => s.GetRequiredService<AnswerByText>().HandleAsync($"sms-{dice.Next()}", life.Mobile, $"{life.Given} hier, {life.Word()}", default).Done());
                break;
            case 7:
                await NoteAsync(life);
                break;
            default:
                await AsAsync(life.Id, s => s.GetRequiredService<AskCorrection>().HandleAsync(life.Id, $"{life.FullName} is {life.Word()}", default));
                break;
        }
    }

    private Task<IReadOnlyList<Refusal>> AskAsync(Life life)
    {
        var day = app.Clock.Now.TodayAt().PlusDays(dice.Next(1, 6));
        var what = new WhatIsAsked(HelpKind.Chore, $"Hulp bij {life.Word()}", $"{life.Word()}, bel {life.Mobile}", HelpPlan.On(day), 30, Urgency.ThisWeek, Readers.District);
        return AsAsync(life.Id, s => s.GetRequiredService<AskForHelp>().HandleAsync(HelpRequestId.New(), what, life.Id, null, default));
    }

    /// <summary>Of the open questions one gets its answer; of what was found somebody drops out, or it worked.</summary>
    private async Task AnswerAsync()
    {
        var asks = await app.InDbAsync(db => db.Asks.Open.OrderBy(a => a.Id).ToListAsync());
        if (asks.Count > 0)
        {
            var ask = asks[dice.Next(asks.Count)];
            await ReceiveAsync(Subject.Of(ask.Id), ask.Person, dice.Next(3) == 0 ? Answers.NotNow : Answers.DoIt);
        }
        var found = await app.InDbAsync(db => db.HelpRequests.In(HelpState.Found).OrderBy(r => r.Id).ToListAsync());
        if (found.Count > 0 && dice.Next(3) == 0 && found[dice.Next(found.Count)] is { ClaimedBy: { } helper } promised)
            await ReceiveAsync(Subject.Of(promised.Id), helper, Answers.Release);
    }

    private Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer) =>
        AsAsync(person, s => s.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == about.Kind).ReceiveAsync(about, person, answer, default));

    /// <summary>The desk writes somebody's full name and number beside something that it puts off.</summary>
    private async Task NoteAsync(Life life)
    {
        var open = await app.InDbAsync(db => db.FollowUps.Open.OrderBy(f => f.Id).Select(f => f.Id).ToListAsync());
        if (open.Count == 0)
            return;
        var about = open[dice.Next(open.Count)];
        var words = $"{life.FullName} belt terug op {PhoneNumber.Written(life.Mobile)}";
        await AsAsync(desk, s => s.GetRequiredService<MoveFollowUp>().HandleAsync(about, app.Clock.Now.TodayAt().PlusDays(3), words, default));
    }

    private async Task SettleAsync()
    {
        desk = await AddAsync(new Life(seed, 0), Channel.Mail);
        await app.GiveRoleAsync(desk, Role.DistrictSupporter);
        await app.SaveAsync(circle);
        for (var n = 1; n <= People; n++)
        {
            var life = new Life(seed, n);
            await AddAsync(life, (Channel)dice.Next(5));
            Lives.Add(life);
            await app.SignInAsync(life.Id, life.Given);
            await AsAsync(desk, s => s.GetRequiredService<JoinCircle>().HandleAsync(circle.Id, life.Id, sharesNumber: true, life.Word(), default));
        }
    }

    private async Task<PersonId> AddAsync(Life life, Channel prefers)
    {
        var person = new Person(life.Given, life.Family, new(ConsentWay.Spoken, app.Clock.Now, null, $"haar dochter {life.Word()}")) { Id = life.Id, Home = AddressId.New() };
        var fingerprint = app.Services.GetRequiredService<SensitiveText>().Fingerprint;
        Assert.Null(person.ReachBy(new(prefers, life.Mail, life.Mobile, life.Phone), fingerprint));
        var helper = new Helper(life.Id);
        Assert.Null(helper.Offer([HelpKind.Chore], DayParts.Always, 9, hasCar: false, ["nl"]));
        await app.SaveAsync(person, helper, new CircleAddress(person.Home!.Value, circle.Id) is var door && life.Number > 0 ? door : new RoleAssignment(life.Id, Role.Editor, null, app.Clock.Now));
        return life.Id;
    }
}

/// <summary>Somebody of whom every name, number and word is one of a kind.</summary>
internal sealed class Life(int seed, int number)
{
    private readonly List<string> words = [];

    public PersonId Id { get; } = PersonId.New();
    public int Number => number;
    public string Given { get; } = $"Zwaan{Letters(number)}oé";
    public string Family { get; } = $"Kievits{Letters(number)}hof";
    public string FullName => $"{Given} {Family}";
    public string Mail { get; } = $"k{number}q{seed}x@voorbeeld-{Letters(number)}z.nl";
    public string Mobile { get; } = $"+316{(long)(seed % 89 + 10) * 10_000 + 3_000_000 + number * 37 + 50_000_000:00000000}";
    public string Phone { get; } = $"+31228{600_000 + number * 41 + seed % 7:000000}";

    /// <summary>A word that nobody else ever says.</summary>
    public string Word()
    {
        words.Add($"vlinder{Letters(number)}x{Letters(words.Count)}kast");
        return words[^1];
    }

    /// <summary>All by which somebody can be known.</summary>
    public IEnumerable<string> Signs => [Given, Family, Mail, Mobile, Mobile[3..], Phone, Phone[3..], PhoneNumber.Written(Mobile), PhoneNumber.Written(Phone), .. words];

    // letters that none of the other words begins with, always followed by one that is not among them: none is part of another
    private static string Letters(int n) => $"q{string.Concat($"{n:00}".Select(digit => (char)('a' + digit - '0')))}w";
}

internal static class Doing
{
    /// <summary>Something without an answer, where an answer is expected.</summary>
    public static async Task<bool> Done(this Task doing)
    {
        await doing;
        return true;
    }
}
