using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;
using Nabij.Modules.Places.Searching;

namespace Nabij.Modules.Places.Data;

public sealed class PlacesOfCommunity(NabijDb db, SearchAddresses search) : IPlaces
{
    /// <summary>Half the height of the first strip in which neighbours are looked for: some 200 metres.</summary>
    private const double FirstStrip = 0.002;
    private const double LastStrip = 0.2;

    public Task<IReadOnlyList<Address>> SearchAsync(string typed, int limit, CancellationToken ct) =>
        search.HandleAsync(typed, limit, ct);

    public async Task<IReadOnlyDictionary<AddressId, Address>> FindAsync(IEnumerable<AddressId> ids, CancellationToken ct)
    {
        var asked = ids.Distinct().ToList();
        return asked.Count == 0 ? new Dictionary<AddressId, Address>() : await ListAsync(db.Addresses.Where(a => asked.Contains(a.Id)), ct);
    }

    public Task<IReadOnlyDictionary<AddressId, Address>> FindAsync(IQueryable<AddressId> ids, CancellationToken ct) =>
        ListAsync(db.Addresses.Where(a => ids.Contains(a.Id)), ct);

    private async Task<IReadOnlyDictionary<AddressId, Address>> ListAsync(IQueryable<KnownAddress> addresses, CancellationToken ct) =>
        (await addresses.AsNoTracking().In(db.Streets).ToListAsync(ct)).ToDictionary(a => a.Address.Id, a => a.Address);

    public async Task<IReadOnlyList<Address>> NeighboursAsync(AddressId of, int limit, CancellationToken ct)
    {
        if (!(await FindAsync([of], ct)).TryGetValue(of, out var home))
            return [];
        for (var strip = FirstStrip; ; strip *= 4)
        {
            var near = await AroundAsync(home, strip, ct);
            // what is nearer than the edge of the strip was all looked at
            var sure = near.Count(a => a.At.MetresTo(home.At) <= MetresToEdge(home.At, strip));
            if (sure >= limit || strip > LastStrip)
                return [.. near.Take(limit)];
        }
    }

    public async Task<IReadOnlyList<Address>> InStreetAsync(string street, CancellationToken ct)
    {
        var key = Spelling.Key(street);
        var streets = db.Streets.Where(s => s.NameKey == key);
        var addresses = await db.Addresses.AsNoTracking().In(streets).ToListAsync(ct);
        return
        [
            .. addresses
                .Select(a => a.Address)
                .OrderBy(a => a.Town, StringComparer.Ordinal)
                .ThenBy(a => a.Number)
                .ThenBy(a => a.Addition, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<Address>> FrontDoorsAsync(string? buurt, int limit, CancellationToken ct)
    {
        var all = db.Addresses.AsNoTracking().Where(a => buurt == null || a.BuurtCode == buurt);
        var some = all.OrderBy(a => a.BuurtCode).ThenBy(a => a.Street).ThenBy(a => a.Number).ThenBy(a => a.Addition).Take(limit);
        var doors = await some.In(db.Streets).ToListAsync(ct);
        return
        [
            .. doors
                .Select(d => d.Address)
                .OrderBy(a => a.BuurtCode, StringComparer.Ordinal)
                .ThenBy(a => a.Street, StringComparer.Ordinal)
                .ThenBy(a => a.Number)
                .ThenBy(a => a.Addition, StringComparer.Ordinal)
                .ThenBy(a => a.Id.Value),
        ];
    }

    public async Task<IReadOnlyList<Buurt>> BuurtenAsync(CancellationToken ct)
    {
        var buurten = await db.Buurten.AsNoTracking().OrderBy(b => b.Name).ThenBy(b => b.Code).ToListAsync(ct);
        return [.. buurten.Select(b => b.Drawn)];
    }

    public async Task AddBuurtenAsync(IEnumerable<Buurt> buurten, CancellationToken ct)
    {
        var known = await db.Buurten.ToDictionaryAsync(b => b.Code, StringComparer.Ordinal, ct);
        foreach (var drawn in buurten)
        {
            if (!known.TryGetValue(drawn.Code, out var buurt))
            {
                known[drawn.Code] = buurt = new KnownBuurt(drawn.Code);
                db.Add(buurt);
            }
            buurt.Becomes(drawn);
        }
    }

    /// <summary>A box twice as many degrees wide as high, which in the Netherlands is a little more than square.</summary>
    private async Task<List<Address>> AroundAsync(Address home, double strip, CancellationToken ct)
    {
        var (south, north) = (home.At.Latitude - strip, home.At.Latitude + strip);
        var (west, east) = (home.At.Longitude - 2 * strip, home.At.Longitude + 2 * strip);
        var near = await db
            .Addresses.AsNoTracking()
            .Where(a => a.Latitude >= south && a.Latitude <= north && a.Longitude >= west && a.Longitude <= east)
            .Where(a => a.Id != home.Id)
            .In(db.Streets)
            .ToListAsync(ct);
        return [.. near.Select(a => a.Address).OrderBy(a => a.At.MetresTo(home.At)).ThenBy(a => a.Id.Value)];
    }

    private static double MetresToEdge(GeoPoint at, double strip) => at.MetresTo(at with { Latitude = at.Latitude + strip });
}
