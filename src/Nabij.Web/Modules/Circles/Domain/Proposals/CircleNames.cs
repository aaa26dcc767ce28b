namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>A circle is named after the streets in which most of its front doors are: 'Lindelaan en Esdoornhof'.</summary>
public static class CircleNames
{
    private const int MostStreets = 2;

    public static string Of(IEnumerable<ProposedPlace> places)
    {
        var streets = places
            .CountBy(p => p.Street, StringComparer.Ordinal)
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => s.Key)
            .Where(s => s.Length > 0)
            .Take(MostStreets)
            .ToList();
        var name = string.Join(" en ", streets);
        return name.Length <= Circle.MaxNameLength ? name : streets[0][..Math.Min(streets[0].Length, Circle.MaxNameLength)];
    }

    /// <summary>The name, or the name with a number behind it where there is one with that name.</summary>
    public static string Among(string name, ISet<string> taken)
    {
        for (var count = 1; ; count++)
        {
            var tried = count == 1 ? name : $"{name[..Math.Min(name.Length, Circle.MaxNameLength - 4)]} {count}";
            if (taken.Add(tried))
                return tried;
        }
    }
}
