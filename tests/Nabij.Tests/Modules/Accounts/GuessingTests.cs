using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Accounts.Asking;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SigningIn;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts;

/// <summary>Somebody guesses, again and again; it is counted what got through, and what they learned of who is here.</summary>
public sealed class GuessingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Known = "riet@lindelaan.example";
    private const string Unknown = "wie@nergens.example";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly int seed = Random.Shared.Next();
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        output.WriteLine($"seed {seed}");
        app = await TestApp.StartAsync();
        await app.AddPersonAsync("Riet", "Bakker", new(Channel.Mail, Known));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Of_fifty_guesses_at_a_code_five_are_looked_at_and_after_them_the_right_one_lets_nobody_in()
    {
        var (id, right) = await CodeAsync();
        var random = new Random(seed);
        var guesses = Enumerable.Range(0, 49).Select(_ => Other(random, right)).Append(right).ToList();

        var through = 0;
        foreach (var guess in guesses)
            through += await TryAsync(id, guess) is CodeOutcome.In ? 1 : 0;

        Assert.Equal((0, 0), (through, await app.InDbAsync(db => db.SignInCodes.Where(c => c.Id == id).Select(c => c.TriesLeft).SingleAsync(Ct))));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_do_not_get_more_than_five_looks()
    {
        var (id, right) = await CodeAsync();
        var random = new Random(seed);

        for (var round = 0; round < SignInCode.Tries; round++)
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Other(random, right)).ToList().Select(guess => TryAsync(id, guess)));

        Assert.IsType<CodeOutcome.Refused>(await TryAsync(id, right));
    }

    [Fact]
    public void Of_a_day_of_guesses_at_a_second_step_five_an_hour_are_looked_at()
    {
        var random = new Random(seed);
        var (began, key) = (Instant.FromUtc(2026, 6, 2, 0, 0), TimeCode.NewKey());
        var factor = new SecondFactor(Nabij.Kernel.PersonId.New(), key, began);

        var (looks, through) = (0, 0);
        for (var second = 0; second < 24 * 60 * 60; second += 10)
        {
            var now = began + Duration.FromSeconds(second);
            var isResting = factor.IsResting(now);
            looks += isResting ? 0 : 1;
            // while it rests even the right code is of no use; before that, every guess is wrong
            var guess = isResting ? TimeCode.At(TimeCode.Read(key), TimeCode.StepAt(now)) : "geen";
            through += factor.Fits(random.Next(2) == 0 ? guess : "000 00", now) ? 1 : 0;
        }

        Assert.Equal(0, through);
        Assert.InRange(looks, 5, 24 * SecondFactor.Tries);
    }

    [Fact]
    public async Task Of_a_hundred_addresses_tried_from_one_place_forty_are_taken_down()
    {
        var random = new Random(seed);
        var taken = 0;
        for (var n = 0; n < 100; n++)
        {
            var address = random.Next(10) == 0 && n > 0 ? Known : $"buur{n}@lindelaan.example";
            taken += await AskAsync(address) is null ? 0 : 1;
        }

        Assert.InRange(taken, 1, SignInCode.MostFromOnePlace);
    }

    [Fact]
    public async Task A_wrong_code_looks_and_takes_the_same_for_who_is_here_and_who_is_not()
    {
        var known = await CommandsOfWrongCodeAsync(Known);
        var unknown = await CommandsOfWrongCodeAsync(Unknown);
        Assert.Equal(known, unknown);

        var (here, nowhere) = (await PageOfWrongCodeAsync(Known), await PageOfWrongCodeAsync(Unknown));
        Assert.Equal(here, nowhere);
    }

    private async Task<IReadOnlyList<string>> CommandsOfWrongCodeAsync(string contact)
    {
        var id = (await AskAsync(contact))!.Value;
        await app.RunAsync<DeliverOutboxJob>();
        return await app.InScopeAsync(async scope =>
        {
            var counted = QueryCounter.Start();
            await scope.GetRequiredService<SignInWithCode>().HandleAsync(id, "geen", null, Ct);
            return counted.Commands;
        });
    }

    private async Task<(System.Net.HttpStatusCode, string)> PageOfWrongCodeAsync(string contact)
    {
        var browser = app.AsVisitor();
        await browser.VisitAsync("inloggen");
        await browser.Fill("Je e-mailadres of mobiele nummer", contact).PressAsync("Stuur mij een code");
        await app.RunAsync<DeliverOutboxJob>();
        await browser.Fill("De code van 6 cijfers", "geen").PressAsync("Log in");
        return (browser.Status, browser.Page.QuerySelector("main")!.TextContent);
    }

    private async Task<(SignInCodeId Id, string Right)> CodeAsync()
    {
        var id = (await AskAsync(Known))!.Value;
        await app.RunAsync<DeliverOutboxJob>();
        var message = await app.InDbAsync(db => db.Set<PersonalMessage>().SingleAsync(m => m.Reason == "Accounts.Code", Ct));
        return (id, message.Filling()["code"]);
    }

    private Task<SignInCodeId?> AskAsync(string contact) =>
        app.InScopeAsync(async scope => (await scope.GetRequiredService<AskForCode>().HandleAsync(contact, "192.0.2.7", Ct)).Code);

    private Task<CodeOutcome> TryAsync(SignInCodeId id, string guess) =>
        app.InScopeAsync(scope => scope.GetRequiredService<SignInWithCode>().HandleAsync(id, guess, null, Ct));

    private static string Other(Random random, string right)
    {
        var guess = random.Next(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        return guess == right ? $"{(right[0] == '1' ? '2' : '1')}{right[1..]}" : guess;
    }
}
