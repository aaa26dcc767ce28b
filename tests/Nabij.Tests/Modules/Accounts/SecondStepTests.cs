using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SecondStep;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts;

/// <summary>Anja runs the desk and reads what is nobody else's business; a code by mail is not enough for that.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private const string Label = "De code uit je app";
    private const string Wrong = "Deze code klopt niet.";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private TestApp app = null!;
    private Person anja = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        anja = await app.AddPersonAsync("Anja", "Visser");
        await app.GiveRoleAsync(anja.Id, Role.DistrictSupporter);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_sets_it_up_is_asked_for_it_once_in_every_session_before_anything_of_others_is_shown()
    {
        var codes = await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        Assert.Equal(RecoveryCode.HowMany, codes.Count);

        var next = await app.AsAsync(anja.Id, "Anja");
        await next.VisitAsync("mensen");
        Assert.Contains("/inloggen/tweede?terug=", next.Url, StringComparison.Ordinal);
        app.Clock.Advance(Duration.FromMinutes(1));
        await next.Fill(Label, await CodeAsync()).PressAsync("Ga verder");

        Assert.EndsWith("/mensen", next.Url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await next.VisitAsync("bureau")).Status);
        Assert.EndsWith("/bureau", next.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_code_the_role_is_not_had_on_open_pages_either()
    {
        await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        var next = await app.AsAsync(anja.Id, "Anja");

        await next.VisitAsync("over");

        Assert.False(next.Offers("Overzicht"), next.Text);
    }

    [Fact]
    public async Task Who_has_no_role_and_no_second_step_is_never_asked()
    {
        await AskOfAsync(Role.DistrictSupporter);
        var riet = await app.AddPersonAsync("Riet", "Bakker");

        Assert.EndsWith("/ik", (await (await app.AsAsync(riet.Id)).VisitAsync("ik")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_decides_for_which_roles_it_is_needed_and_who_has_one_sets_it_up_first()
    {
        var joke = await app.AddPersonAsync("Joke", "Prins");
        await app.GiveRoleAsync(joke.Id, Role.Connector);
        var desk = await app.AsAsync(anja.Id, "Anja");
        await desk.VisitAsync("mensen/rollen");
        await desk.FollowAsync("Wie een tweede stap nodig heeft");
        await desk.Choose("buurtverbinder").PressAsync("Bewaar");

        var connector = await app.AsAsync(joke.Id, "Joke");
        await connector.VisitAsync("bellijst");

        Assert.Contains("/ik/aanmelding/code?terug=", connector.Url, StringComparison.Ordinal);
        Assert.EndsWith("/mensen", (await desk.VisitAsync("mensen")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_used_is_of_no_use_to_who_looked_over_her_shoulder()
    {
        await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        app.Clock.Advance(Duration.FromMinutes(1));
        var code = await CodeAsync();
        await GiveAsync(await app.AsAsync(anja.Id, "Anja"), code);

        var other = await GiveAsync(await app.AsAsync(anja.Id, "Anja"), code);

        Assert.Contains(Wrong, other.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_type_the_code_at_the_same_moment_the_slower_is_refused()
    {
        await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        app.Clock.Advance(Duration.FromMinutes(1));
        var code = await CodeAsync();
        var sessions = new[] { await SessionAsync(), await SessionAsync() };

        var slow = await app.InScopeAsync(
            async scope =>
            {
                await scope.GetRequiredService<NabijDb>().SecondFactors.SingleAsync(f => f.Person == anja.Id, Ct);
                Assert.Null(await app.InScopeAsync(other => other.GetRequiredService<GiveSecondFactor>().HandleAsync(sessions[0], code, Ct), anja.Id));
                return await scope.GetRequiredService<GiveSecondFactor>().HandleAsync(sessions[1], code, Ct);
            },
            anja.Id
        );

        Assert.IsType<TimeCodeDoesNotFit>(slow);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var codes = await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));

        var first = await GiveAsync(await app.AsAsync(anja.Id, "Anja"), codes[3].ToLowerInvariant().Replace('-', ' '));
        var again = await GiveAsync(await app.AsAsync(anja.Id, "Anja"), codes[3]);

        Assert.Null(first.Alert);
        Assert.Contains(Wrong, again.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_neither_the_right_one_nor_a_recovery_code_works_for_an_hour_and_she_can_read_that_it_was_tried()
    {
        var codes = await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        var thief = await app.AsAsync(anja.Id, "Anja");
        for (var n = 0; n < SecondFactor.Tries; n++)
            await GiveAsync(thief, n % 2 == 0 ? "000000" : "AAAAA-AAAAA");

        app.Clock.Advance(Duration.FromMinutes(1));
        Assert.Contains("Wacht een uur", (await GiveAsync(thief, await CodeAsync())).Alert, StringComparison.Ordinal);
        Assert.Contains("Wacht een uur", (await GiveAsync(thief, codes[0])).Alert, StringComparison.Ordinal);
        app.Clock.Advance(SecondFactor.Rests);
        Assert.Null((await GiveAsync(await app.AsAsync(anja.Id, "Anja"), await CodeAsync())).Alert);
        Assert.Contains(await TrailAsync(), what => what == "Trail.SecondFactorTried");
    }

    [Fact]
    public async Task It_is_turned_off_only_by_who_gave_it()
    {
        var first = await app.AsAsync(anja.Id, "Anja");
        await SetUpAsync(first);
        var session = await SessionAsync();

        var refused = await app.InScopeAsync(scope => scope.GetRequiredService<SetUpSecondFactor>().RemoveAsync(session, Ct), anja.Id);
        Assert.IsType<VerifyFirst>(refused);
        Assert.Empty(await app.InScopeAsync(scope => scope.GetRequiredService<SetUpSecondFactor>().RenewCodesAsync(session, Ct), anja.Id));

        await first.VisitAsync("ik/aanmelding/code");
        await first.PressAsync("Zet de tweede stap uit");
        Assert.EndsWith("/mensen", (await (await app.AsAsync(anja.Id, "Anja")).VisitAsync("mensen")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_everything_calls_and_a_colleague_takes_it_away_and_she_is_told()
    {
        var first = await app.AsAsync(anja.Id, "Anja");
        await SetUpAsync(first);
        var marco = await app.AddPersonAsync("Marco", "Kok");
        await app.GiveRoleAsync(marco.Id, Role.DistrictSupporter);
        var desk = await app.AsAsync(marco.Id, "Marco");
        await desk.VisitAsync($"mensen/{anja.Id.Value}/rollen");
        await desk.FollowAsync("Aanmelding");
        await desk.PressAsync("Zet de tweede stap uit");

        Assert.True(desk.Shows("Er staat geen tweede stap aan."), desk.Text);
        Assert.Contains("/inloggen?terug=", (await first.VisitAsync("ik")).Url, StringComparison.Ordinal);
        Assert.Contains(await TrailAsync(), what => what == "Trail.SecondFactorReset");
        Assert.True(await app.InDbAsync(db => db.Set<Nabij.Modules.Reach.Domain.PersonalMessage>().AnyAsync(m => m.Person == anja.Id && m.Reason == "Accounts.Reset", Ct)));
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_without_giving_it()
    {
        await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));

        Assert.IsType<VerifyFirst>(await app.InScopeAsync(s => s.GetRequiredService<ResetSecondFactor>().HandleAsync(anja.Id, Ct), anja.Id));
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_void()
    {
        var first = await app.AsAsync(anja.Id, "Anja");
        var old = await SetUpAsync(first);
        await first.VisitAsync("ik/aanmelding/code");
        await first.PressAsync("Geef mij nieuwe reservecodes");
        var renewed = CodesOn(first);

        Assert.Contains(Wrong, (await GiveAsync(await app.AsAsync(anja.Id, "Anja"), old[0])).Alert, StringComparison.Ordinal);
        Assert.Null((await GiveAsync(await app.AsAsync(anja.Id, "Anja"), renewed[0])).Alert);
    }

    [Fact]
    public async Task What_was_given_here_does_not_count_in_the_community_next_door()
    {
        var next = new Community($"{app.Community.Slug}-verder", "Deventer", "Deventer");
        await app.AddCommunityAsync(next);
        var browser = await app.AsAsync(anja.Id, "Anja");
        await SetUpAsync(browser);
        await AlsoInAsync(next, await app.InDbAsync(db => db.AccountPersons.Where(p => p.Person == anja.Id).Select(p => p.Account).SingleAsync(Ct)));

        Assert.EndsWith("/mensen", (await browser.VisitAsync("mensen")).Url, StringComparison.Ordinal);
        Assert.Contains("/ik/aanmelding/code?terug=", (await browser.VisitAsync($"/{next.Slug}/mensen")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_key_nor_recovery_code_is_readable_in_the_database()
    {
        var codes = await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        var key = await KeyAsync();
        var kept = await app.InDbAsync(db =>
            db.Database.SqlQuery<string>($"SELECT \"Key\" AS \"Value\" FROM second_factors UNION ALL SELECT \"Hash\" AS \"Value\" FROM recovery_codes").ToListAsync(Ct)
        );

        Assert.All(kept, row => Assert.False(row.Contains(key, StringComparison.Ordinal) || codes.Any(c => row.Contains(c, StringComparison.Ordinal)), row));
    }

    [Fact]
    public async Task Who_is_erased_leaves_no_key_no_code_and_no_passkey()
    {
        await SetUpAsync(await app.AsAsync(anja.Id, "Anja"));
        await app.SaveAsync(new Passkey(anja.Id, "sleutel-van-anja", [1], "telefoon", app.Clock.Now));

        await app.InScopeAsync(async scope =>
        {
            foreach (var answers in scope.GetServices<IAnswerForPersons>().Where(a => a.Kept.Any(k => k.Table == "passkeys")))
                await answers.ForgetAsync(anja.Id, Ct);
            return true;
        });

        Assert.Equal((0, 0, 0), await app.InDbAsync(async db => (await db.SecondFactors.CountAsync(Ct), await db.RecoveryCodes.CountAsync(Ct), await db.Passkeys.CountAsync(Ct))));
    }

    [Fact]
    public async Task She_sees_where_she_is_signed_in_and_signs_out_one_of_them()
    {
        var phone = await app.AsAsync(anja.Id, "Anja");
        app.Clock.Advance(Duration.FromHours(1));
        var tablet = await app.AsAsync(anja.Id, "Anja");

        await phone.VisitAsync("ik/aanmelding");
        Assert.True(phone.Shows("dinsdag 2 juni, 10.10") && phone.Shows("dinsdag 2 juni, 9.10"), phone.Text);
        await phone.PressAsync("Log daar uit");

        Assert.False(phone.Offers("Log daar uit"));
        Assert.Contains("/inloggen?terug=", (await tablet.VisitAsync("ik")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        var hers = await app.AsAsync(riet.Id);
        var session = await LastSessionAsync(riet.Id);

        await app.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<SignIn>().EndAsync(anja.Id, session, Ct);
            return true;
        });

        Assert.EndsWith("/ik", (await hers.VisitAsync("ik")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_does_not_become_anothers_when_an_address_does()
    {
        var riet = await app.AddPersonAsync("Riet", "Bakker");
        Task<AccountId> LinkAsync(PersonId person) => app.InScopeAsync(scope => scope.GetRequiredService<SignIn>().LinkAsync("een-adres", person, "R", Ct));
        var account = await LinkAsync(anja.Id);
        await app.InScopeAsync(scope => scope.GetRequiredService<SignIn>().StartSessionAsync(account, Ct));

        await LinkAsync(riet.Id);

        Assert.All(await app.InDbAsync(db => db.Sessions.Where(s => s.Account == account).ToListAsync(Ct)), s => Assert.NotNull(s.EndedAt));
    }

    private Task AskOfAsync(Role role) => app.SaveAsync(new RoleNeedsSecondFactor(role));

    private async Task<IReadOnlyList<string>> SetUpAsync(Browser browser)
    {
        await browser.VisitAsync("ik/aanmelding/code");
        await browser.PressAsync("Begin");
        await browser.Fill("De code die je app nu laat zien", await CodeAsync()).PressAsync("Zet de tweede stap aan");
        return CodesOn(browser);
    }

    private static IReadOnlyList<string> CodesOn(Browser browser) => [.. browser.Page.QuerySelectorAll(".nb-codes li").Select(c => c.TextContent.Trim())];

    private static async Task<Browser> GiveAsync(Browser browser, string code)
    {
        await browser.VisitAsync("inloggen/tweede");
        return await browser.Fill(Label, code).PressAsync("Ga verder");
    }

    private async Task<Guid> SessionAsync()
    {
        await app.SignInAsync(anja.Id, "Anja");
        return await LastSessionAsync(anja.Id);
    }

    private Task<Guid> LastSessionAsync(PersonId person) =>
        app.InScopeAsync(scope => scope.GetRequiredService<SignIn>().SessionsOf(person).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync(Ct));

    /// <summary>The same account stands for somebody who runs the desk next door, where a second step is needed.</summary>
    private async Task AlsoInAsync(Community next, AccountId account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(next);
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        var there = new AccountPerson(account, PersonId.New(), "Anja");
        db.AddRange(there, new RoleAssignment(there.Person, Role.DistrictSupporter, scope: null, app.Clock.Now), new RoleNeedsSecondFactor(Role.DistrictSupporter));
        await db.SaveChangesAsync(Ct);
    }

    private Task<string> KeyAsync() => app.InDbAsync(db => db.SecondFactors.Where(f => f.Person == anja.Id).Select(f => f.Key).SingleAsync(Ct));

    private async Task<string> CodeAsync() => TimeCode.At(TimeCode.Read(await KeyAsync()), TimeCode.StepAt(app.Clock.Now));

    private async Task<IReadOnlyList<string>> TrailAsync() =>
        await app.InDbAsync(db => db.Set<Nabij.Kernel.Trails.TrailEntry>().Where(e => e.About == anja.Id).Select(e => e.What).ToListAsync(Ct));
}
