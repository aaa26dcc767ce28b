using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>A neighbour behind a front door; or, without a person, only the door.</summary>
public sealed record AtDoor(PersonId? Person, string Street, int Number, GeoPoint At);

/// <summary>Part of a circle that can go along as one: a street, or half of one where nearly everybody lives.</summary>
public sealed record StreetGroup(StreetPart Part, IReadOnlyList<PersonId> Neighbours, GeoPoint Middle);

/// <summary>Who goes along to a new circle and who stays, by the streets that are chosen.</summary>
public sealed record Division(IReadOnlyList<PersonId> Going, IReadOnlyList<PersonId> Staying)
{
    public Refusal? Refused => Going.Count == 0 ? new NobodyGoesAlong() : Staying.Count == 0 ? new NobodyStaysBehind() : null;

    /// <summary>Somebody whose front door is not known stays.</summary>
    public static Division Of(IEnumerable<PersonId> members, IReadOnlyCollection<AtDoor> atDoors, IReadOnlyCollection<StreetPart> chosen)
    {
        var going = atDoors.Where(d => chosen.Any(part => part.Holds(d))).Select(d => d.Person).OfType<PersonId>().ToHashSet();
        var both = members.ToLookup(going.Contains);
        return new([.. both[true]], [.. both[false]]);
    }

    /// <summary>The parts in which a circle can be divided, by name. A street with more than two thirds of the neighbours is cut in two.</summary>
    public static IReadOnlyList<StreetGroup> PartsOf(IReadOnlyCollection<AtDoor> atDoors)
    {
        var neighbours = atDoors.Count(d => d.Person is not null);
        return
        [
            .. atDoors
                .GroupBy(d => d.Street, StringComparer.Ordinal)
                .OrderBy(street => street.Key, StringComparer.Ordinal)
                .SelectMany(street => PartsOf([.. street.OrderBy(d => d.Number)], neighbours)),
        ];
    }

    /// <summary>
    /// The streets that could best start a circle of their own: of two that lie farthest apart, those nearer to one end, as near to
    /// half of the neighbours as streets allow. Who takes the lead now stays.
    /// </summary>
    public static IReadOnlyList<StreetPart> Suggest(IReadOnlyList<StreetGroup> parts, PersonId? leader)
    {
        if (parts.Count < 2)
            return [];
        var (one, other) = FarthestApart(parts);
        var row = parts.OrderBy(p => p.Middle.MetresTo(one.Middle) - p.Middle.MetresTo(other.Middle)).ToList();
        var total = row.Sum(p => p.Neighbours.Count);
        var cut = Enumerable.Range(1, row.Count - 1).MinBy(n => Math.Abs(total - 2 * row.Take(n).Sum(p => p.Neighbours.Count)));
        var leads = leader is { } person && row.Take(cut).Any(p => p.Neighbours.Contains(person));
        return [.. (leads ? row.Skip(cut) : row.Take(cut)).Select(p => p.Part)];
    }

    private static IEnumerable<StreetGroup> PartsOf(IReadOnlyList<AtDoor> street, int neighbours)
    {
        var numbers = street.Where(d => d.Person is not null).Select(d => d.Number).ToList();
        var middle = numbers.Count == 0 ? 0 : numbers[numbers.Count / 2];
        if (3 * numbers.Count <= 2 * neighbours || middle == numbers[0])
            return [Group(new(street[0].Street, StreetSide.Both, null, null), street)];
        return
        [
            Group(new(street[0].Street, StreetSide.Both, null, middle - 1), street),
            Group(new(street[0].Street, StreetSide.Both, middle, null), street),
        ];
    }

    private static StreetGroup Group(StreetPart part, IReadOnlyList<AtDoor> street)
    {
        var held = street.Where(part.Holds).ToList();
        var middle = new GeoPoint(held.Average(d => d.At.Longitude), held.Average(d => d.At.Latitude));
        return new(part, [.. held.Select(d => d.Person).OfType<PersonId>()], middle);
    }

    private static (StreetGroup, StreetGroup) FarthestApart(IReadOnlyList<StreetGroup> parts) =>
        (from a in parts from b in parts where a != b select (a, b)).MaxBy(pair => pair.a.Middle.MetresTo(pair.b.Middle));
}
