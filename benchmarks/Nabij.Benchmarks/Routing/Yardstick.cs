using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;

namespace Nabij.Benchmarks.Routing;

/// <summary>What a plan for an instance of the literature is said to cost, and what the best known one costs.</summary>
internal sealed record Yardstick(
    string Name,
    InstanceFormat Format,
    double Scale,
    (int? Vehicles, double Distance)? Best,
    Problem Problem
)
{
    private const int HomeCareScale = 3000;

    public static Yardstick For(string file, Problem problem, Convention convention) =>
        InstanceFile.FormatOf(File.ReadAllText(file)) switch
        {
            InstanceFormat.Vroom => new("vroom", InstanceFormat.Vroom, 1, null, problem),
            InstanceFormat.HomeCare => new(
                "home care",
                InstanceFormat.HomeCare,
                HomeCareScale,
                BestKnown.FindHomeCare(file, problem.Name),
                problem
            ),
            var format => new(
                convention.ToString(),
                format,
                convention == Convention.Dimacs ? 10 : 1000,
                BestKnown.Find(file, problem.Name, convention),
                problem
            ),
        };

    /// <summary>Of home care a third each of the travel, of all lateness and of the greatest; else travel.</summary>
    public double Cost(Verdict verdict)
    {
        if (Format == InstanceFormat.HomeCare)
            return (verdict.TravelCost + verdict.Lateness + GreatestLateness(verdict)) / Scale;
        var used = verdict.Routes.Select((r, v) => r.Visits.IsEmpty ? 0L : Problem.Vehicles[v].FixedCost).Sum();
        return (verdict.TravelCost - used) / Scale;
    }

    private long GreatestLateness(Verdict verdict) =>
        verdict
            .Routes.SelectMany(r => r.Visits)
            .Select(v => (long)v.Start - Problem.Stops[v.Step.Index].Windows[^1].Until)
            .Append(0)
            .Max();
}
