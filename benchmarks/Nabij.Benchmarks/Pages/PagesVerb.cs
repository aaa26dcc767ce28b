using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Demo.Measuring;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Benchmarks.Pages;

/// <summary>
/// How fast the pages are that are open all day, and whether they stay so when a community grows:
/// <c>pages --persons 500,5000,50000 --seconds 10 --clients 4 [--connection Host=…] [--out results.csv]</c>.
/// </summary>
internal static class PagesVerb
{
    private const int Seed = 1;

    public static int Run(string[] args) =>
        Growing.RunAsync(args, new("persons", MakeAsync, ChooseAsync), "500,5000,50000", "pages").GetAwaiter().GetResult();

    private static Task<string> MakeAsync(IServiceProvider services, int persons) => new LargeTown(services, persons, Seed, Console.WriteLine).MakeAsync();

    /// <summary>What a member of a circle and the desk look at, each signed in.</summary>
    private static async Task<IReadOnlyList<VisitedPage>> ChooseAsync(IServiceProvider scope, string slug)
    {
        var db = scope.GetRequiredService<NabijDb>();
        var supporter = (await db.RoleAssignments.FirstAsync(r => r.Role == Role.DistrictSupporter)).Person;
        var member = await db.Set<CircleMember>().OrderBy(m => m.Id).FirstAsync();
        var request = await db.Set<HelpRequest>().OrderBy(r => r.Id).FirstAsync(r => r.State == HelpState.Found);

        var (desk, neighbour) = (await ServedTown.SignInAsync(scope, supporter), await ServedTown.SignInAsync(scope, member.Person));
        return
        [
            new("home", $"{slug}/", neighbour),
            new("circle", $"{slug}/cirkels/{member.Circle.Value}", neighbour),
            new("desk", $"{slug}/bureau", desk),
            new("request", $"{slug}/vragen/{request.Id.Value}", desk),
        ];
    }
}
