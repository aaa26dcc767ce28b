using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>
/// Where it is, from the words of a feed: the front door when its street and number stand in them letter for letter, else the
/// words alone. Guessing would send people to the wrong door.
/// </summary>
public sealed class FeedVenues(IPlaces places)
{
    private readonly Dictionary<string, Address?> known = new(StringComparer.OrdinalIgnoreCase);

    public async Task<Venue> FindAsync(string place, GeoPoint? at, CancellationToken ct)
    {
        var name = place.Length <= Venue.MaxNameLength ? place : place[..Venue.MaxNameLength].TrimEnd();
        if (await DoorInAsync(place, ct) is { } door)
            return Venue.Named(name).Standing(door.Id, door.BuurtCode, at ?? door.At);
        return at is { } point ? Venue.Named(name) with { Longitude = point.Longitude, Latitude = point.Latitude } : Venue.Named(name);
    }

    private async Task<Address?> DoorInAsync(string place, CancellationToken ct)
    {
        foreach (var part in place.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p.Any(char.IsDigit)))
        {
            if (!known.TryGetValue(part, out var door))
            {
                var found = await places.SearchAsync(part, 1, ct);
                known[part] = door = found.FirstOrDefault(a => part.Contains(a.FrontDoor, StringComparison.OrdinalIgnoreCase) && !HasMoreDigits(part, a.FrontDoor));
            }
            if (door is not null)
                return door;
        }
        return null;
    }

    /// <summary>'Havenstraat 31' is not Havenstraat 3.</summary>
    private static bool HasMoreDigits(string part, string frontDoor)
    {
        var end = part.IndexOf(frontDoor, StringComparison.OrdinalIgnoreCase) + frontDoor.Length;
        return end < part.Length && char.IsLetterOrDigit(part[end]);
    }
}
