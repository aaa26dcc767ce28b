using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Cast;
using Nabij.Demo.Organisations;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;

namespace Nabij.Demo;

/// <summary>
/// Four places with their people and a week of questions, told with a clock that is moved through the weeks before today. It
/// goes by the commands that the pages use, so all that is seen later hangs together.
/// </summary>
public static class Seeding
{
    /// <summary>How the sign of an account begins that a visitor of the demo may use.</summary>
    public const string DemoLogin = "demo-";

    public const int Seed = 2026;

    public static async Task SeedIfEmptyAsync(IServiceProvider services, TextWriter say)
    {
        if (await HasCommunitiesAsync(services))
            return;

        var clock = services.GetRequiredService<StoryClock>();
        var days = new StoryDays(clock.GetCurrentInstant());
        try
        {
            foreach (var (number, town) in FourTowns.All.Index())
            {
                var watch = Stopwatch.StartNew();
                await say.WriteLineAsync($"{town.Name}: people move in");
                var place = await TellAsync(town, services, days, Seed + number);
                await say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{town.Name}: {place.Residents.Count} people, {watch.Elapsed.TotalSeconds:0.0} s"));
            }
        }
        finally
        {
            clock.RunAgain();
        }
    }

    private static async Task<Neighbourhood> TellAsync(Town town, IServiceProvider services, StoryDays days, int seed)
    {
        var (cast, numbers) = (Casts.Of(town), new FictitiousNumbers(town.AreaCode));
        var place = await SettleTown.SettleAsync(town, cast, services, days, numbers, seed);
        await new OrganisationsOfATown(place, days, numbers).AddAsync(place.First(Role.DistrictSupporter));
        await SignInsOfTheCast.AddAsync(cast, place);
        return place;
    }

    private static async Task<bool> HasCommunitiesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NabijDb>().Communities.AnyAsync();
    }
}
