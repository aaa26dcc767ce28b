using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nabij.Host;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;

namespace Nabij.Benchmarks.Pages;

/// <summary>A community of a size, served on a port of this machine as it is in earnest, but for the jobs.</summary>
internal sealed class ServedTown : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedTown(WebApplication app, int size) => (this.app, Size) = (app, size);

    /// <summary>How many there are of what is measured.</summary>
    public int Size { get; }
    public Uri Address => new(app.Urls.Single());
    public IReadOnlyList<VisitedPage> Pages { get; private set; } = [];

    public static async Task<ServedTown> StartAsync(string connection, int size, Subject subject)
    {
        if (!await IsMadeAsync(connection))
            await MakeAsync(connection, size, subject);
        var town = new ServedTown(Build(connection), size);
        await town.app.StartAsync();
        await using var scope = town.app.Services.CreateAsyncScope();
        var community = await scope.ServiceProvider.GetRequiredService<NabijDb>().Communities.SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        town.Pages = await subject.ChooseAsync(scope.ServiceProvider, community.Slug);
        return town;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Whether this town was made to its end: the sign-in of who looks at it comes last. What was broken off is thrown away.</summary>
    private static async Task<bool> IsMadeAsync(string connection)
    {
        await using var town = Build(connection);
        await town.Services.MigrateAsync(CancellationToken.None);
        await using var scope = town.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        if (await db.AccountPersons.IgnoreQueryFilters().AnyAsync())
            return true;
        if (await db.Communities.AnyAsync())
            await db.Database.EnsureDeletedAsync();
        return false;
    }

    /// <summary>Ends with counted rows, which the hourly job does on SQLite and the server itself on PostgreSQL.</summary>
    private static async Task MakeAsync(string connection, int size, Subject subject)
    {
        await using var town = Build(connection);
        await town.Services.MigrateAsync(CancellationToken.None);
        await subject.MakeAsync(town.Services, size);
        await using var scope = town.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NabijDb>().Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static WebApplication Build(string connection) =>
        Serving.Build(
            [
                $"--ConnectionStrings:Nabij={connection}",
                "--urls=http://127.0.0.1:0",
                "--environment=Production",
                "--Cookies:OnlySecure=false",
                $"--RateLimit:RequestsPerMinute={int.MaxValue}",
            ],
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                foreach (var jobs in services.Where(s => s.ServiceType == typeof(IHostedService) && IsQuartz(s)).ToList())
                    services.Remove(jobs);
            }
        );

    private static bool IsQuartz(ServiceDescriptor service) =>
        service.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true;

    /// <summary>The cookie of a session of this person.</summary>
    public static async Task<string> SignInAsync(IServiceProvider scope, PersonId person)
    {
        var signIn = scope.GetRequiredService<SignIn>();
        var account = await signIn.LinkAsync($"bench-{person.Value:N}", person, "Riet", CancellationToken.None);
        var principal = await signIn.StartSessionAsync(account, CancellationToken.None);
        var options = scope.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(principal, CookieAuthenticationDefaults.AuthenticationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}

/// <param name="Name">What the table calls it.</param>
/// <param name="Path">Its address below that of the town.</param>
/// <param name="Cookie">Who looks at it; null is a visitor.</param>
/// <param name="HasNewest">Who asks has the newest already, and is to hear so (304).</param>
internal sealed record VisitedPage(string Name, string Path, string? Cookie = null, bool HasNewest = false);

/// <summary>What is measured: how a town of a size is made, and which of its pages are visited.</summary>
/// <param name="Noun">Of what there is more and more: 'persons'.</param>
/// <param name="MakeAsync">Makes a town of this size.</param>
/// <param name="ChooseAsync">The pages, below the address of the community.</param>
internal sealed record Subject(string Noun, Func<IServiceProvider, int, Task> MakeAsync, Func<IServiceProvider, string, Task<IReadOnlyList<VisitedPage>>> ChooseAsync);
