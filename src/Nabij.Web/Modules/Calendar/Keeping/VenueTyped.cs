using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>Finds the address that was typed with a place, so that it stands on the map and in its buurt.</summary>
public sealed class VenueTyped(IPlaces places)
{
    public async Task<(Venue Venue, Refusal? Refused)> ReadAsync(string? place, string? room, string? address, Venue known, CancellationToken ct)
    {
        var venue = Venue.Named(place?.Trim() ?? "", room?.Trim() ?? "");
        if (string.IsNullOrWhiteSpace(address))
            return (venue.Name == known.Name ? known with { Room = venue.Room } : venue, null);
        return await places.SearchAsync(address.Trim(), 1, ct) is [var found, ..]
            ? (venue.Standing(found.Id, found.BuurtCode, found.At), null)
            : (venue, new VenueAddressUnknown());
    }
}
