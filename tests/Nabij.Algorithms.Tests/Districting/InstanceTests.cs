using System.Text.Json;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

/// <summary>The instances on which the solver is measured, with a tenth of the moves of the measured table.</summary>
public class InstanceTests
{
    [Theory]
    [InlineData("circ_n500_p10_s1", 4_000_000, 139)]
    [InlineData("circ_n500_p25_s2", 4_000_000, 90)]
    [InlineData("circ_n2000_p80_s4", 8_000_000, 103)]
    public void Circles_hang_together_within_size_and_near(string name, long moves, double metres)
    {
        var problem = Read(FileOf(name));

        var plan = CircleSolver.Solve(
            problem,
            Stop.AfterMoves(moves),
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Empty(CircleChecker.Check(problem, plan.CircleOf));
        Assert.InRange(CircleChecker.MeanStraightDistance(problem, plan.CircleOf) / 10, 0, metres);
    }

    private static string FileOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nabij.slnx")))
            folder = folder.Parent;
        var data =
            Environment.GetEnvironmentVariable("NABIJ_DATA")
            ?? Path.Combine(folder?.FullName ?? ".", "..", "shared", "data");
        var file = Path.Combine(data, "circles", name + ".json");
        Assert.SkipUnless(File.Exists(file), $"{file} is not here; NABIJ_DATA may name the folder that holds it.");
        return file;
    }

    private static CircleProblem Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        int[] seniors = [.. root.GetProperty("seniors").EnumerateArray().Select(count => count.GetInt32())];
        var mean = (seniors.Sum() + seniors.Length) / root.GetProperty("p").GetDouble();
        return new CircleProblem(
            [
                .. root.GetProperty("xy")
                    .EnumerateArray()
                    .Select(
                        (at, place) =>
                            new CirclePlace(
                                new Spot((int)(at[0].GetDouble() * 10), (int)(at[1].GetDouble() * 10)),
                                Seniors: seniors[place]
                            )
                    ),
            ],
            WalkingGraph.Of(
                seniors.Length,
                root.GetProperty("edges").EnumerateArray().Select(link => (link[0].GetInt32(), link[1].GetInt32()))
            ),
            root.GetProperty("p").GetInt32()
        )
        {
            Counting = new Counting(Address: 1, Senior: 1, SinglePerson: 0),
            Distance = DistanceKind.Straight,
            Largest = (int)(mean * 1.1),
            Smallest = (int)Math.Ceiling(mean * 0.9),
        };
    }
}
