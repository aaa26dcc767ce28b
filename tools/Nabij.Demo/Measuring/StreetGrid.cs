using System.Globalization;
using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;

namespace Nabij.Demo.Measuring;

/// <summary>As many doors as so many persons need, in straight streets side by side; forty streets make a buurt.</summary>
public sealed class StreetGrid
{
    private const int DoorsInStreet = 24;
    private const int StreetsInBuurt = 40;
    private const double DoorsOfAPerson = 1.7;
    private const double WestEnd = 5.2;
    private const double SouthEnd = 52.6;
    private const double DegreesEast = 0.0002;
    private const double DegreesNorth = 0.0006;
    private static readonly int StreetsInRow = StreetsInBuurt / 2;

    private readonly List<object> entities = [];
    private readonly List<Address> doors = [];

    public StreetGrid(int persons)
    {
        var streets = (int)Math.Ceiling(persons * DoorsOfAPerson / DoorsInStreet);
        for (var number = 0; number < streets; number++)
            Build(number);
        for (var buurt = 0; buurt * StreetsInBuurt < streets; buurt++)
            entities.Add(Drawn(buurt));
    }

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<object> Entities => entities;

    public IReadOnlyList<Address> Doors => doors;

    private void Build(int number)
    {
        var street = new Street(string.Create(CultureInfo.InvariantCulture, $"Meetstraat {number + 1}"), "Meting");
        entities.Add(street);
        for (var house = 1; house <= DoorsInStreet; house++)
        {
            var address = new KnownAddress(street.Id, house, "");
            var at = PlaceOf(number, house);
            address.Lies(PostalCodeOf(number), BuurtOf(number / StreetsInBuurt), at);
            entities.Add(address);
            doors.Add(new(address.Id, street.Name, house, null, address.PostalCode, street.Town, address.BuurtCode, at));
        }
    }

    private static GeoPoint PlaceOf(int street, int house) =>
        new(WestEnd + (street / StreetsInRow * DoorsInStreet + house) * DegreesEast, SouthEnd + street % StreetsInRow * DegreesNorth);

    private static string BuurtOf(int buurt) => string.Create(CultureInfo.InvariantCulture, $"BU99{buurt:000000}");

    private static string PostalCodeOf(int street) =>
        string.Create(CultureInfo.InvariantCulture, $"{1000 + street / 400 % 9000} {(char)('A' + street / 20 % 20)}{(char)('A' + street % 20)}");

    private static KnownBuurt Drawn(int buurt)
    {
        var (west, width) = (WestEnd + buurt * 2 * DoorsInStreet * DegreesEast, 2 * DoorsInStreet * DegreesEast);
        var north = SouthEnd + StreetsInRow * DegreesNorth;
        GeoPoint[] border = [new(west, SouthEnd), new(west + width, SouthEnd), new(west + width, north), new(west, north), new(west, SouthEnd)];
        var known = new KnownBuurt(BuurtOf(buurt));
        known.Becomes(new(known.Code, $"Meetbuurt {buurt + 1}", StreetsInBuurt * DoorsInStreet, StreetsInBuurt * DoorsInStreet / 4, [border]));
        return known;
    }
}
