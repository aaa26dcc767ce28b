using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Tests.Support;

/// <summary>
/// The whole application with a clock that the test moves and a community of its own in the database that all tests share.
/// Jobs do not run by themselves: a test runs them.
/// </summary>
public sealed class TestApp(string? connection = null) : WebApplicationFactory<Program>
{
    private static readonly EphemeralDataProtectionProvider Keys = new();
    private static readonly byte[] KeyOfFingerprints = RandomNumberGenerator.GetBytes(32);
    private static readonly SensitiveText Sensitive = new(Keys, new FingerprintKey(() => KeyOfFingerprints));

    /// <summary>A query that takes some rows must say which: on another database it would take others.</summary>
    private static readonly EventId SomeRowsWithoutOrder = CoreEventId.RowLimitingOperationWithoutOrderByWarning;
    private static int count;

    /// <summary>Tuesday 2 June 2026, ten past nine in the morning in the Netherlands.</summary>
    public TestClock Clock { get; } = new(Instant.FromUtc(2026, 6, 2, 7, 10));

    public Community Community { get; } =
        new($"wijk-{Environment.ProcessId}-{Interlocked.Increment(ref count)}", "Stede Broec", "Stede Broec")
        {
            PhoneNumber = "0228 51 00 00",
            OfficeHours = "maandag tot en met donderdag, van 9.00 tot 16.00 uur",
            MailAddress = "buurt@stedebroec.example",
        };

    /// <summary>An application on the shared database, in a community of its own.</summary>
    public static async Task<TestApp> StartAsync(Action<TestApp>? prepare = null)
    {
        var app = new TestApp(await TestDatabase.SharedAsync());
        prepare?.Invoke(app);
        await app.AddCommunityAsync(app.Community);
        return app;
    }

    /// <summary>Settings that differ from the usual ones; set before the first request.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Keys as a node of its own has them, kept in the database: another process reads what this one wrote.</summary>
    public bool KeysFromDatabase { get; set; }

    /// <summary>Services besides the usual ones, such as a receiver of answers; set before the first request.</summary>
    public Action<IServiceCollection> MoreServices { get; set; } = _ => { };

    public async Task AddCommunityAsync(Community community)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        db.Add(community);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Services.GetRequiredService<CommunityDirectory>().Forget();
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Browser AsVisitor() => new(CreateClient(Unfollowing), Community.Slug);

    /// <summary>A browser in which this person is signed in, by a session as any other.</summary>
    public async Task<Browser> AsAsync(PersonId person, string givenName = "Riet")
    {
        var client = CreateClient(Unfollowing);
        client.DefaultRequestHeaders.Add("Cookie", await SignInAsync(person, givenName));
        return new Browser(client, Community.Slug);
    }

    /// <summary>The cookie of a session that this person starts.</summary>
    public async Task<string> SignInAsync(PersonId person, string givenName = "Riet") =>
        CookieOf(
            await InScopeAsync(async scope =>
            {
                var signIn = scope.GetRequiredService<SignIn>();
                var login = $"test-{person.Value:N}"[..37];
                return await signIn.StartSessionAsync(await signIn.LinkAsync(login, person, givenName, default), default);
            })
        );

    private string CookieOf(ClaimsPrincipal principal)
    {
        var options = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(principal, CookieAuthenticationDefaults.AuthenticationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>Gives a person a role, in the whole community or for one circle or organisation.</summary>
    public Task GiveRoleAsync(PersonId person, Role role, Guid? scope = null) =>
        SaveAsync(new RoleAssignment(person, role, scope, Clock.Now));

    /// <summary>Works with the services as a request in this test's community would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act, PersonId? asPerson = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(Community);
        if (asPerson is { } person)
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().SignIn(person, "", []);
        return await act(scope.ServiceProvider);
    }

    public Task<T> InDbAsync<T>(Func<NabijDb, Task<T>> act) =>
        InScopeAsync(scope => act(scope.GetRequiredService<NabijDb>()));

    public Task SaveAsync(params object[] entities) =>
        InDbAsync(db =>
        {
            db.AddRange(entities);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>Runs a job once, now, in this test's community.</summary>
    public Task RunAsync<TJob>()
        where TJob : ICommunityJob =>
        InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<NabijDb>().Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await scope.GetRequiredService<TJob>().RunAsync(TestContext.Current.CancellationToken);
            return true;
        });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (connection is not null)
            builder.UseSetting("ConnectionStrings:Nabij", connection);
        builder.UseSetting("Database:MigrateAtStart", "false");
        builder.UseSetting("Cookies:OnlySecure", "false");
        builder.UseSetting("RateLimit:RequestsPerMinute", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IHostedService>();
            services.AddSingleton<IClock>(Clock);
            services.Configure<TestServerOptions>(server => server.PreserveExecutionContext = true); // a request is of the test that sent it
            if (!KeysFromDatabase)
            {
                services.AddSingleton<IDataProtectionProvider>(Keys);
                services.AddSingleton(Sensitive);
            }
            services.ConfigureDbContext<NabijDb>(db => db.ConfigureWarnings(w => w.Throw(SomeRowsWithoutOrder)));
            if (!TestDatabase.IsPostgres)
                services.ConfigureDbContext<NabijDb>(db => db.AddInterceptors(QuickToForget.Instance));
            MoreServices(services);
        });
    }

    private static WebApplicationFactoryClientOptions Unfollowing => new() { AllowAutoRedirect = false, HandleCookies = false };
}
