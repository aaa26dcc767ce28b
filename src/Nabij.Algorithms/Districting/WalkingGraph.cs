using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>Which places are neighbours on foot. Neighbours of one place stand together in one flat array.</summary>
public sealed class WalkingGraph
{
    private readonly int[] _start;
    private readonly int[] _neighbours;

    private WalkingGraph(int[] start, int[] neighbours) => (_start, _neighbours) = (start, neighbours);

    /// <summary>Number of places.</summary>
    public int Places => _start.Length - 1;

    /// <summary>Number of pairs of neighbours.</summary>
    public int Links => _neighbours.Length / 2;

    /// <summary>Builds the graph from pairs of neighbours; order, direction and repeats do not matter.</summary>
    /// <exception cref="ArgumentException">A pair names a place that is not there.</exception>
    public static WalkingGraph Of(int places, IEnumerable<(int One, int Other)> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        var lists = new SortedSet<int>[places];
        for (var place = 0; place < places; place++)
            lists[place] = [];
        foreach (var (one, other) in links)
        {
            if (one < 0 || other < 0 || one >= places || other >= places)
                throw new ArgumentException($"No such places: {one} and {other}.", nameof(links));
            if (one == other)
                continue;
            lists[one].Add(other);
            lists[other].Add(one);
        }
        var start = new int[places + 1];
        for (var place = 0; place < places; place++)
            start[place + 1] = start[place] + lists[place].Count;
        return new WalkingGraph(start, [.. lists.SelectMany(list => list)]);
    }

    /// <summary>The neighbours of a place, in ascending order.</summary>
    public ReadOnlySpan<int> Of(int place) => _neighbours.AsSpan(_start[place], _start[place + 1] - _start[place]);

    /// <summary>The part of the graph each place is in: parts have no way to each other.</summary>
    public (ImmutableArray<int> PartOf, int Parts) Parts()
    {
        var partOf = new int[Places];
        Array.Fill(partOf, -1);
        var (parts, open) = (0, new Stack<int>());
        for (var first = 0; first < Places; first++)
        {
            if (partOf[first] >= 0)
                continue;
            partOf[first] = parts;
            open.Push(first);
            while (open.TryPop(out var place))
                foreach (var neighbour in Of(place))
                    if (partOf[neighbour] < 0)
                    {
                        partOf[neighbour] = parts;
                        open.Push(neighbour);
                    }
            parts++;
        }
        return ([.. partOf], parts);
    }
}
