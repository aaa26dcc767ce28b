using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nabij.Demo;
using Nabij.Demo.Measuring;
using Nabij.Host;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Benchmarks.Pages;

/// <summary>A community of so many persons, served on a port of this machine as it is in earnest, but for the jobs.</summary>
internal sealed class ServedTown : IAsyncDisposable
{
    private const int Seed = 1;
    private readonly WebApplication app;

    private ServedTown(WebApplication app, int persons) => (this.app, Persons) = (app, persons);

    public int Persons { get; }
    public Uri Address => new(app.Urls.Single());
    public IReadOnlyList<VisitedPage> Pages { get; private set; } = [];

    public static async Task<ServedTown> StartAsync(string connection, int persons)
    {
        if (!await IsMadeAsync(connection))
            await MakeAsync(connection, persons);
        var town = new ServedTown(Build(connection), persons);
        await town.app.StartAsync();
        await town.ChoosePagesAsync();
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
    private static async Task MakeAsync(string connection, int persons)
    {
        await using var town = Build(connection);
        await town.Services.MigrateAsync(CancellationToken.None);
        await new LargeTown(town.Services, persons, Seed, Console.WriteLine).MakeAsync();
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

    /// <summary>What a member of a circle and the desk look at, each signed in.</summary>
    private async Task ChoosePagesAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        var community = await db.Communities.SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        var supporter = (await db.RoleAssignments.FirstAsync(r => r.Role == Role.DistrictSupporter)).Person;
        var member = await db.Set<CircleMember>().OrderBy(m => m.Id).FirstAsync();
        var request = await db.Set<HelpRequest>().OrderBy(r => r.Id).FirstAsync(r => r.State == HelpState.Found);

        var (desk, neighbour) = (await SignInAsync(scope.ServiceProvider, supporter), await SignInAsync(scope.ServiceProvider, member.Person));
        Pages =
        [
            new("home", $"{community.Slug}/", neighbour),
            new("circle", $"{community.Slug}/cirkels/{member.Circle.Value}", neighbour),
            new("desk", $"{community.Slug}/bureau", desk),
            new("request", $"{community.Slug}/vragen/{request.Id.Value}", desk),
        ];
    }

    private static async Task<string> SignInAsync(IServiceProvider scope, PersonId person)
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
/// <param name="Cookie">Who looks at it.</param>
internal sealed record VisitedPage(string Name, string Path, string Cookie);
