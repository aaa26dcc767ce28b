using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Data;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Searching;

/// <summary>
/// Finds front doors by what somebody typed. A postal code says enough (one query). Otherwise the streets of the community, of which
/// there are hundreds, are weighed one by one, and the front doors of the likeliest are looked up (two queries; one more where the
/// number may belong to the street, as in 'Plein 1940', and the likelier reading finds nothing).
/// </summary>
public sealed class SearchAddresses(NabijDb db)
{
    private const int StreetsTried = 12;
    private const int StreetsTriedWithoutNumber = 3;
    private const int AddressesWeighed = 400;

    /// <summary>Streets that are this much further off than the best one are another street.</summary>
    private const double NearTheBest = 1.5;

    public async Task<IReadOnlyList<Address>> HandleAsync(string typed, int limit, CancellationToken ct)
    {
        var readings = TypedAddress.Readings(typed);
        if (readings is [{ PostalCode: { } code } first, ..] && await InPostalCodeAsync(first, code, limit, ct) is { Count: > 0 } found)
            return found;
        if (readings.All(r => r.Words.Count == 0))
            return [];

        var streets = await db.Streets.AsNoTracking().Keys.ToListAsync(ct);
        var ranked = readings
            .Select(r => (Reading: r, Matches: StreetRanking.Rank(r, streets)))
            .Where(r => r.Matches.Count > 0)
            .OrderBy(r => r.Matches[0].Cost);
        foreach (var (reading, matches) in ranked)
        {
            if (await InStreetsAsync(reading, matches, limit, ct) is { Count: > 0 } there)
                return there;
        }
        return [];
    }

    private async Task<IReadOnlyList<Address>> InPostalCodeAsync(TypedAddress typed, string code, int limit, CancellationToken ct)
    {
        var there = db.Addresses.AsNoTracking().Where(a => a.PostalCode == code).WithNumber(typed.Number);
        var found = await there
            .OrderBy(a => a.Number)
            .ThenBy(a => a.Addition)
            .Take(AddressesWeighed)
            .In(db.Streets)
            .ToListAsync(ct);
        return [.. BestFirst(typed, found, _ => 0).Take(limit)];
    }

    private async Task<IReadOnlyList<Address>> InStreetsAsync(
        TypedAddress typed,
        IReadOnlyList<StreetMatch> matches,
        int limit,
        CancellationToken ct
    )
    {
        var costs = matches
            .TakeWhile(m => m.Cost <= matches[0].Cost + NearTheBest)
            .Take(typed.Number is null ? StreetsTriedWithoutNumber : StreetsTried)
            .ToDictionary(m => m.Street, m => m.Cost);
        var ids = costs.Keys.ToList();
        var there = db.Addresses.AsNoTracking().Where(a => ids.Contains(a.Street)).WithNumber(typed.Number);
        var found = await there
            .OrderBy(a => a.Number)
            .ThenBy(a => a.Addition)
            .Take(AddressesWeighed)
            .In(db.Streets)
            .ToListAsync(ct);
        return [.. BestFirst(typed, found, f => costs[f.Street]).Take(limit)];
    }

    private static IEnumerable<Address> BestFirst(TypedAddress typed, IEnumerable<InStreet> found, Func<InStreet, double> cost) =>
        found
            .OrderBy(cost)
            .ThenBy(f => OtherAddition(typed, f.Address))
            .ThenBy(f => f.Address.Street, StringComparer.Ordinal)
            .ThenBy(f => f.Address.Number)
            .ThenBy(f => f.Address.Addition, StringComparer.Ordinal)
            .Select(f => f.Address);

    private static double OtherAddition(TypedAddress typed, Address address)
    {
        var addition = string.Concat(Spelling.Words(address.Addition ?? ""));
        if (string.Equals(addition, typed.Addition, StringComparison.Ordinal))
            return 0;
        return addition.StartsWith(typed.Addition, StringComparison.Ordinal) ? 0.5 : 1;
    }
}
