using Nabij.Kernel;

namespace Nabij.Modules.Places.Contracts;

/// <summary>What other modules may ask about places of the current community.</summary>
public interface IPlaces
{
    /// <summary>Addresses that fit what was typed, best first: 'lindenln 4', '3451XJ 12', also misspelt.</summary>
    Task<IReadOnlyList<Address>> SearchAsync(string typed, int limit, CancellationToken ct);

    Task<IReadOnlyDictionary<AddressId, Address>> FindAsync(IEnumerable<AddressId> ids, CancellationToken ct);

    /// <summary>The addresses whose ids another query gives, in one query.</summary>
    Task<IReadOnlyDictionary<AddressId, Address>> FindAsync(IQueryable<AddressId> ids, CancellationToken ct);

    /// <summary>The addresses nearest to this one, nearest first, without itself.</summary>
    Task<IReadOnlyList<Address>> NeighboursAsync(AddressId of, int limit, CancellationToken ct);

    /// <summary>The addresses in the street with this name, whatever its spelling, by number.</summary>
    Task<IReadOnlyList<Address>> InStreetAsync(string street, CancellationToken ct);

    /// <summary>The front doors of a buurt, or of the whole community (null), by buurt and street; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Address>> FrontDoorsAsync(string? buurt, int limit, CancellationToken ct);

    /// <summary>The buurten of the community with their borders, by name.</summary>
    Task<IReadOnlyList<Buurt>> BuurtenAsync(CancellationToken ct);

    /// <summary>The community gets these buurten; those it has already get the new figures. Saved by the caller.</summary>
    Task AddBuurtenAsync(IEnumerable<Buurt> buurten, CancellationToken ct);
}

/// <summary>A front door: 'Lindelaan 4, 1611 AB Bovenkarspel'.</summary>
public sealed record Address(
    AddressId Id,
    string Street,
    int Number,
    string? Addition,
    string PostalCode,
    string Town,
    string BuurtCode,
    GeoPoint At
)
{
    /// <summary>'Lindelaan 4a'</summary>
    public string FrontDoor => $"{Street} {Number}{Addition}";

    /// <summary>'Lindelaan 4a, 1611 AB Bovenkarspel'</summary>
    public string InFull => $"{FrontDoor}, {PostalCode} {Town}";
}

/// <summary>
/// A neighbourhood as Statistics Netherlands (CBS) draws it. <paramref name="Rings"/>: its borders, closed, also those around
/// another buurt that lies inside it.
/// </summary>
public sealed record Buurt(
    string Code,
    string Name,
    int Inhabitants,
    int Aged65Plus,
    IReadOnlyList<IReadOnlyList<GeoPoint>> Rings
);
