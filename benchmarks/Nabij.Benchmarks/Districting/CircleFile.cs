using System.Text.Json;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Benchmarks.Districting;

/// <summary>Instances of circle forming: points in metres, seniors per point, links of the walking graph, how many
/// circles.</summary>
internal static class CircleFile
{
    /// <summary>A point counts for its seniors and one; circles are at most the tolerance above or below the
    /// mean.</summary>
    public static CircleProblem Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        var seniors = root.GetProperty("seniors").EnumerateArray().Select(count => count.GetInt32()).ToArray();
        var links = root.GetProperty("edges").EnumerateArray().Select(link => (link[0].GetInt32(), link[1].GetInt32()));
        var (circles, tolerance) = (root.GetProperty("p").GetInt32(), root.GetProperty("tolerance").GetDouble());
        var mean = (seniors.Sum() + seniors.Length) / (double)circles;
        return new CircleProblem(
            [
                .. root.GetProperty("xy")
                    .EnumerateArray()
                    .Select((at, place) => new CirclePlace(SpotAt(at), Seniors: seniors[place])),
            ],
            WalkingGraph.Of(seniors.Length, links),
            circles
        )
        {
            Counting = new Counting(Address: 1, Senior: 1, SinglePerson: 0),
            Largest = (int)Math.Floor(mean * (1 + tolerance)),
            Smallest = (int)Math.Ceiling(mean * (1 - tolerance)),
            Distance = DistanceKind.Straight,
        };
    }

    private static Spot SpotAt(JsonElement at) =>
        new((int)Math.Round(at[0].GetDouble() * 10), (int)Math.Round(at[1].GetDouble() * 10));
}
