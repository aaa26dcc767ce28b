using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Proposing.Showing;

/// <summary>The colours of the map. Each has a hatching of its own, so that who sees no colour can tell them apart; and all have a number.</summary>
public sealed record MapPattern(string Id, string Paper, string Ink, string Hatching)
{
    public static readonly IReadOnlyList<MapPattern> All =
    [
        new("nb-p0", "#b9d7f2", "#2c5f94", "M0 8L8 0"),
        new("nb-p1", "#f7d9a8", "#8a5a00", "M0 4H8"),
        new("nb-p2", "#c6e6c3", "#2f6b2c", "M4 0V8"),
        new("nb-p3", "#f3c6d3", "#94294d", "M0 0L8 8"),
        new("nb-p4", "#ddd0ee", "#59398c", "M0 4H8M4 0V8"),
        new("nb-p5", "#f4eb9f", "#6b6100", "M4 3v2"),
        new("nb-p6", "#bfe5e4", "#16655f", "M0 8L8 0M0 0L8 8"),
        new("nb-p7", "#e3d3c0", "#6b4a23", "M1 2H5M3 6H7"),
    ];

    /// <summary>For each circle a pattern that no circle beside it has, as far as there are enough.</summary>
    public static IReadOnlyDictionary<int, MapPattern> For(ProposalSketch sketch)
    {
        var chosen = new Dictionary<int, int>();
        foreach (var circle in sketch.Circles)
        {
            var beside = sketch.NextTo(circle.Number).Select(c => chosen.GetValueOrDefault(c.Number, -1)).ToHashSet();
            // not always the first that is free: all eight are to be seen on a map
            chosen[circle.Number] = Enumerable.Range(circle.Number, All.Count).Select(n => n % All.Count).FirstOrDefault(n => !beside.Contains(n), circle.Number % All.Count);
        }
        return chosen.ToDictionary(c => c.Key, c => All[c.Value]);
    }
}
