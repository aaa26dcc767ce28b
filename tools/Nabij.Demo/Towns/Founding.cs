using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Data;
using Nabij.Modules.Places.Importing;

namespace Nabij.Demo.Towns;

/// <summary>A community with its buurten and front doors, and nobody behind them yet.</summary>
public static class Founding
{
    private const string Addresses = "synthetic_addresses_seed.csv";

    public static async Task<Stage> FoundAsync(Town town, IServiceProvider services)
    {
        var stage = new Stage(services, await AddAsync(town.NewCommunity(), services));
        await stage.ActAsync(async scope =>
        {
            var buurten = scope.GetRequiredService<ICbsCatalogue>().BuurtenIn(town.CbsCode);
            await scope.GetRequiredService<IPlaces>().AddBuurtenAsync(buurten, CancellationToken.None);
            await scope.GetRequiredService<NabijDb>().SaveChangesAsync(CancellationToken.None);

            using var lines = new StringReader(DataFile.LinesOf(Addresses, town.Slug));
            return await scope.GetRequiredService<ImportAddresses>().HandleAsync(lines, CancellationToken.None);
        });
        return stage;
    }

    public static async Task<Community> AddAsync(Community community, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        db.Add(community);
        await db.SaveChangesAsync(CancellationToken.None);
        services.GetRequiredService<CommunityDirectory>().Forget();
        return community;
    }

    public static Task<List<Address>> AddressesAsync(this Stage stage) =>
        stage.ActAsync(async scope =>
        {
            var db = scope.GetRequiredService<NabijDb>();
            var all = await db.Addresses.AsNoTracking().In(db.Streets).ToListAsync();
            return all.Select(a => a.Address)
                .OrderBy(a => a.BuurtCode, StringComparer.Ordinal)
                .ThenBy(a => a.Street, StringComparer.Ordinal)
                .ThenBy(a => a.Number)
                .ToList();
        });
}
