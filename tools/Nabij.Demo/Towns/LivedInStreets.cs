using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Demo.Towns;

/// <summary>
/// The streets in which people of the platform live. A neighbourhood begins somewhere and grows from street to street, so
/// these lie together: in each larger buurt the streets around one, a walk past all of them.
/// </summary>
public static class LivedInStreets
{
    private const int FewestStreets = 6;
    private const int OneStreetIn = 3;
    private const int FewestDoors = 40;

    /// <summary>The front doors, street by street, so that who follow each other are neighbours.</summary>
    public static List<Address> Choose(IEnumerable<Address> all, string? first) =>
        [
            .. all.GroupBy(a => a.BuurtCode, StringComparer.Ordinal)
                .Where(buurt => buurt.Count() >= FewestDoors)
                .SelectMany(buurt => SomeOf(StreetsOf(buurt), first))
                .SelectMany(street => street),
        ];

    private static IEnumerable<List<Address>> SomeOf(List<List<Address>> streets, string? first)
    {
        var some = Math.Max(FewestStreets, streets.Count / OneStreetIn);
        return WalkThrough(streets, first).Take(some);
    }

    private static List<List<Address>> StreetsOf(IEnumerable<Address> buurt) =>
        [.. buurt.GroupBy(a => a.Street, StringComparer.Ordinal).Select(street => street.OrderBy(a => a.Number).ToList())];

    /// <summary>From each street to the nearest one that was not walked yet, beginning with the named one or else the first.</summary>
    private static IEnumerable<List<Address>> WalkThrough(List<List<Address>> streets, string? first)
    {
        var at = streets.Find(s => s[0].Street == first) ?? streets[0];
        while (streets.Remove(at))
        {
            yield return at;
            at = streets.MinBy(s => Middle(s).MetresTo(Middle(at))) ?? at;
        }
    }

    private static GeoPoint Middle(List<Address> street) => street[street.Count / 2].At;
}
