using Nabij.Demo.Residents;
using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Demo.Circles;

/// <summary>Neighbours behind doors that follow each other.</summary>
public sealed record PlannedCircle(IReadOnlyList<Address> Doors, IReadOnlyList<Resident> Members)
{
    public CircleId Id { get; } = CircleId.New();

    public GeoPoint Middle => Doors[Doors.Count / 2].At;

    /// <summary>The parts of streets that it takes up.</summary>
    public IEnumerable<StreetPart> Parts =>
        Doors.GroupBy(d => d.Street, StringComparer.Ordinal)
            .Select(s => new StreetPart(s.Key, StreetSide.Both, s.Min(d => d.Number), s.Max(d => d.Number)));

    /// <summary>'Kersenstraat', 'Kersenstraat en Haverplein', or 'Haverplein vanaf 12' when there is one with that name.</summary>
    public string NameAmong(IReadOnlySet<string> taken)
    {
        var streets = Doors.CountBy(d => d.Street, StringComparer.Ordinal).OrderByDescending(s => s.Value).Select(s => s.Key).ToList();
        string[] names = [streets[0], string.Join(" en ", streets.Take(2)), $"{streets[0]} vanaf {Doors.First(d => d.Street == streets[0]).Number}"];
        return Array.Find(names, name => !taken.Contains(name)) ?? $"{names[2]} tot {Doors[^1].Number}";
    }
}
