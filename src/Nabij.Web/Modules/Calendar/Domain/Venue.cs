using System.ComponentModel.DataAnnotations.Schema;
using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// Where it is: 'Wijkcentrum De Kade', 'grote zaal'. With an address it is on the map and in a buurt; without, it is found by
/// its words only.
/// </summary>
[ComplexType]
public sealed record Venue(string Name, string Room, AddressId? Address, string Buurt, double? Longitude, double? Latitude)
{
    public const int MaxNameLength = 160;
    public const int MaxRoomLength = 80;
    public const int MaxBuurtLength = 10;

    public static readonly Venue Unknown = new("", "", null, "", null, null);

    public static Venue Named(string name, string room = "") => Unknown with { Name = name, Room = room };

    public Venue Standing(AddressId? address, string buurt, GeoPoint at) =>
        this with { Address = address, Buurt = buurt, Longitude = at.Longitude, Latitude = at.Latitude };

    public GeoPoint? At => (Longitude, Latitude) is ({ } longitude, { } latitude) ? new(longitude, latitude) : null;

    /// <summary>'Wijkcentrum De Kade, grote zaal'</summary>
    public string InWords => Room.Length == 0 ? Name : $"{Name}, {Room}";
}
