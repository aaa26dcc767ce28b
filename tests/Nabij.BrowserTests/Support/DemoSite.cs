using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Nabij.BrowserTests.Support;
using Nabij.Demo;
using Nabij.Demo.Telling;
using Nabij.Host;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using NodaTime;
using IClock = NodaTime.IClock;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Nabij.BrowserTests.Support;

/// <summary>
/// The demo, served on a free port from a database of its own, with a clock that tests move and jobs that tests run; and
/// Chromium to visit it with.
/// </summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nabij-browser-");
    private WebApplication app = null!;

    public Chromium Chromium { get; private set; } = null!;

    /// <summary>Where the demo is served: <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    public SiteClock Clock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        string[] settings =
        [
            $"--ConnectionStrings:Nabij=Data Source={Path.Combine(folder.FullName, "demo.db")}",
            "--urls=http://127.0.0.1:0",
            "--Cookies:OnlySecure=false",
            "--RateLimit:RequestsPerMinute=1000000",
        ];
        app = Serving.Build(
            settings,
            services =>
            {
                services.RemoveAll<IHostedService>(); // jobs run when a test says so
                services.AddSingleton(Clock.AheadOf);
                services.AddLogging(logging => logging.ClearProviders());
            }
        );
        await app.Services.MigrateAsync(CancellationToken.None);
        await Seeding.SeedIfEmptyAsync(app.Services, TextWriter.Null);
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Chromium = await Chromium.StartAsync();
    }

    /// <summary>Signs in as one of those whom the demo lets in by name.</summary>
    public static async Task SignInAsync(IPage page, string community, string who)
    {
        await page.GotoAsync($"/{community}/demo");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{who}\\b", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
    }

    /// <summary>Runs a job once, now, in this community.</summary>
    public Task RunAsync<TJob>(string community)
        where TJob : ICommunityJob => InAsync(community, scope => scope.GetRequiredService<TJob>().RunAsync(default));

    /// <summary>Works with the services as a request in this community would.</summary>
    public async Task InAsync(string community, Func<IServiceProvider, Task> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = await app.Services.GetRequiredService<CommunityDirectory>().FindAsync(community, default);
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(found!);
        await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>The time of the demo, which is the real one once its story is told, until a test moves it ahead.</summary>
public sealed class SiteClock : IClock
{
    private IClock demo = SystemClock.Instance;
    private Duration ahead = Duration.Zero;

    public Instant GetCurrentInstant() => demo.GetCurrentInstant() + ahead;

    public IClock AheadOf(IServiceProvider services)
    {
        demo = services.GetRequiredService<StoryClock>();
        return this;
    }

    public void Advance(Duration by) => ahead += by;

    public void MoveTo(Instant moment) => ahead = moment - SystemClock.Instance.GetCurrentInstant();
}
