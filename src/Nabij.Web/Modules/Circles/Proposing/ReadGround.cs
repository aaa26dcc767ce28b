using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing;

/// <summary>The ground of a proposal: its front doors, or points where none are known, and what counts at each.</summary>
public sealed class ReadGround(NabijDb db, IPlaces places, IPeople people, CurrentCommunity community, IClock clock)
{
    private const int OldEnough = 75;

    /// <summary>More front doors than this take too long: then it is done buurt by buurt.</summary>
    public const int MostFrontDoors = 6000;

    /// <summary>Why this cannot be divided, or null.</summary>
    public async Task<Refusal?> RefusalOfAsync(ProposalWish wish, CancellationToken ct)
    {
        var divided = (await places.BuurtenAsync(ct)).Where(b => wish.Buurt is null || b.Code == wish.Buurt).ToList();
        if (wish.Buurt is not null && divided.Count == 0)
            return new NoSuchBuurt();
        if (divided.Sum(b => b.Aged65Plus) == 0)
            return new NothingToDivide();
        var doors = await places.FrontDoorsAsync(wish.Buurt, MostFrontDoors + 1, ct);
        return doors.Count > MostFrontDoors ? new TooManyFrontDoors() : null;
    }

    /// <summary>The name of the buurt, or of the place.</summary>
    public async Task<string> NameAsync(ProposalWish wish, CancellationToken ct) =>
        (await places.BuurtenAsync(ct)).FirstOrDefault(b => b.Code == wish.Buurt)?.Name ?? community.Name;

    /// <summary>The places for a new proposal, in order; none where there are neither front doors nor figures.</summary>
    public async Task<IReadOnlyList<ProposedPlace>> PlacesAsync(CircleProposal proposal, CancellationToken ct)
    {
        var doors = await places.FrontDoorsAsync(proposal.Buurt, MostFrontDoors, ct);
        return doors.Count > 0 ? [.. doors.Select((door, at) => At(door, at, proposal.Id))] : await PointsAsync(proposal, ct);
    }

    /// <summary>What counts at these places today; nothing of it is kept with the proposal.</summary>
    public async Task<DoorCounts> CountAsync(IReadOnlyList<ProposedPlace> at, CancellationToken ct)
    {
        var buurten = (await places.BuurtenAsync(ct)).ToDictionary(b => b.Code, StringComparer.Ordinal);
        var figures = buurten.ToDictionary(b => b.Key, b => b.Value.Aged65Plus, StringComparer.Ordinal);
        var bornAtLatest = clock.GetCurrentInstant().TodayAt().Year - OldEnough;
        var homes = (await people.CountAtHomesAsync(bornAtLatest, ct)).ToDictionary(h => h.Home);
        return new(
            SeniorsEstimate.Spread([.. at.Select(p => (p.Buurt, At(p).Elderly))], figures),
            [.. at.Select(p => At(p).Helpers)],
            buurten.ToDictionary(b => b.Key, b => b.Value.Name, StringComparer.Ordinal)
        );

        HomeCount At(ProposedPlace place) => place.Address is { } home ? homes.GetValueOrDefault(home) : default;
    }

    /// <summary>The circles whose area holds these front doors, by the door.</summary>
    public async Task<IReadOnlyDictionary<AddressId, CircleId>> CirclesThereAsync(CancellationToken ct) =>
        await db.CircleAddresses.AsNoTracking().ToDictionaryAsync(a => a.Address, a => a.Circle, ct);

    /// <summary>Where these front doors are.</summary>
    public async Task<IReadOnlyDictionary<AddressId, GeoPoint>> WhereAsync(IEnumerable<AddressId> doors, CancellationToken ct) =>
        (await places.FindAsync(doors, ct)).ToDictionary(a => a.Key, a => a.Value.At);

    private async Task<IReadOnlyList<ProposedPlace>> PointsAsync(CircleProposal proposal, CancellationToken ct)
    {
        var buurten = (await places.BuurtenAsync(ct)).Where(b => proposal.Buurt is null || b.Code == proposal.Buurt);
        var points = buurten.OrderBy(b => b.Code, StringComparer.Ordinal).SelectMany(b => PointsInBuurt.Of(b).Select(p => (b.Code, Point: p)));
        return [.. points.Take(MostFrontDoors).Select((p, at) => new ProposedPlace { Proposal = proposal.Id, Number = at, Buurt = p.Code, Longitude = p.Point.Longitude, Latitude = p.Point.Latitude })];
    }

    private static ProposedPlace At(Address door, int at, CircleProposalId proposal) =>
        new()
        {
            Proposal = proposal,
            Number = at,
            Address = door.Id,
            Street = door.Street,
            House = $"{door.Number}{door.Addition}",
            Buurt = door.BuurtCode,
            Longitude = door.At.Longitude,
            Latitude = door.At.Latitude,
        };
}
