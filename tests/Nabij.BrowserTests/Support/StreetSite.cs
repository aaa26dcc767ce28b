using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nabij.Demo;
using Nabij.Host;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.Reach;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// An empty platform on a free port, with a real mail server behind it, a clock that the test moves and jobs that the test
/// runs. It starts on Tuesday 2 June 2026, ten past nine in the morning.
/// </summary>
public sealed partial class StreetSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("nabij-street-");
    private WebApplication app = null!;

    public Chromium Chromium { get; private set; } = null!;
    public SmtpServer Mail { get; } = new();
    public TestClock Clock { get; } = new(Instant.FromUtc(2026, 6, 2, 7, 10));
    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    public async ValueTask InitializeAsync()
    {
        await Mail.InitializeAsync();
        string[] settings =
        [
            $"--ConnectionStrings:Nabij=Data Source={Path.Combine(folder.FullName, "street.db")}",
            $"--urls={Address}",
            "--Cookies:OnlySecure=false",
            "--RateLimit:RequestsPerMinute=1000000",
            $"--Reach:PublicUrl={Address}",
            "--Reach:Smtp:Host=127.0.0.1",
            $"--Reach:Smtp:Port={Mail.Port}",
            "--Reach:Smtp:Tls=false",
        ];
        app = Serving.Build(
            settings,
            services =>
            {
                services.RemoveAll<IHostedService>(); // jobs run when a test says so
                services.AddSingleton<IClock>(Clock);
                services.AddLogging(logging => logging.ClearProviders());
            }
        );
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        Chromium = await Chromium.StartAsync();
    }

    /// <summary>Adds a community to tell a story in.</summary>
    public async Task<Community> BeginAsync(string slug)
    {
        var community = new Community(slug, "Bovenkarspel", "Stede Broec")
        {
            PhoneNumber = "0228 51 00 00",
            OfficeHours = "maandag tot en met donderdag, van 9.00 tot 16.00 uur",
            MailAddress = "buurt@bovenkarspel.example",
        };
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        db.Add(community);
        await db.SaveChangesAsync();
        app.Services.GetRequiredService<CommunityDirectory>().Forget();
        return community;
    }

    /// <summary>Somebody signs in with the code that comes by mail.</summary>
    public async Task<Window> SignInAsync(Community community, string mail, int width, string language)
    {
        await Mail.StartOverAsync();
        var window = await Window.OpenAsync(Chromium, Address, community, width, language);
        await window.VisitAsync("inloggen");
        await window.FillAsync(window.T["Accounts.SignIn.Contact"], mail);
        await window.PressAsync(window.T["Accounts.SignIn.Press"]);
        await SendAsync(community);
        var sent = (await Mail.MailsAsync()).Last(m => m.To.Contains(mail, StringComparer.OrdinalIgnoreCase));
        await window.FillAsync(window.T["Accounts.Code.Label"], Code().Match(sent.Text).Value);
        await window.PressAsync(window.T["Accounts.Code.Press"]);
        return window;
    }

    /// <summary>All that waits to be sent goes out.</summary>
    public async Task SendAsync(Community community)
    {
        await RunAsync<DeliverOutboxJob>(community);
        await RunAsync<SendDueMessagesJob>(community);
    }

    public Task RunAsync<TJob>(Community community)
        where TJob : ICommunityJob => InAsync(community, async scope =>
        {
            await scope.GetRequiredService<TJob>().RunAsync(default);
            return true;
        });

    public async Task<T> InAsync<T>(Community community, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        return await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Mail.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.None, 1000)]
    private static partial Regex Code();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
