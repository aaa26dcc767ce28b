using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Nabij.Algorithms.Districting;
using Nabij.Benchmarks.Assignment;

namespace Nabij.Benchmarks.Districting;

/// <summary><c>circles FILE --seconds 2 --seed 1 --out FILE [--svg FILE] [--walking]</c> divides the points of an
/// instance; <c>circles --make POINTS --circles 100 --seed 1 --out FILE</c> makes one.</summary>
internal static class CirclesVerb
{
    public static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("circles FILE --seconds 2 --seed 1 --out FILE [--svg FILE] [--walking]");
            Console.Error.WriteLine("circles --make POINTS --circles 100 --seed 1 --out FILE");
            return 2;
        }
        var seed = int.Parse(Option(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        return Option(args, "--make") is { } points ? Make(args, points, seed) : Solve(args, seed);
    }

    private static int Make(string[] args, string points, int seed)
    {
        var circles = int.Parse(Option(args, "--circles") ?? "100", CultureInfo.InvariantCulture);
        var json = MadeUpTown.Json(int.Parse(points, CultureInfo.InvariantCulture), circles, seed);
        File.WriteAllText(Option(args, "--out") ?? "town.json", json);
        return 0;
    }

    private static int Solve(string[] args, int seed)
    {
        var seconds = double.Parse(Option(args, "--seconds") ?? "2", CultureInfo.InvariantCulture);
        var problem = CircleFile.Read(args[0]);
        if (args.Contains("--walking", StringComparer.Ordinal))
            problem = problem with { Distance = DistanceKind.Walking };
        var watch = Stopwatch.StartNew();
        var stop = Stop.AfterTime(TimeSpan.FromSeconds(seconds));
        var (plan, spent) = ProcessorTime.Of(() => CircleSolver.Solve(problem, stop, seed));
        if (Option(args, "--out") is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(plan.CircleOf));
        if (Option(args, "--svg") is { } picture)
            File.WriteAllText(picture, CirclePicture.Draw(problem, plan));
        Console.WriteLine(Line(args[0], problem, plan, watch.Elapsed, spent));
        return 0;
    }

    /// <summary>Everything in it is counted by the checker, nothing by the solver.</summary>
    private static string Line(string file, CircleProblem problem, CirclePlan plan, TimeSpan time, ProcessorTime spent)
    {
        var faults = CircleChecker.Check(problem, plan.CircleOf);
        var mean = CircleChecker.MeanStraightDistance(problem, plan.CircleOf) / 10;
        var walking =
            problem.Distance == DistanceKind.Walking
                ? string.Create(CultureInfo.InvariantCulture, $"{plan.MeanDistance / 10:0.00} m walking, ")
                : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(file)}: over target {Count(CircleFaultKind.TooLarge)}, "
                + $"under {Count(CircleFaultKind.TooSmall)}, disconnected {Count(CircleFaultKind.NotConnected)}, "
                + $"mean distance {walking}{mean:0.00} m, "
                + $"time {time.TotalSeconds:0.00} s ({spent.Cpu.TotalSeconds:0.00} s cpu), "
                + $"{plan.Moves / Math.Max(1e-9, spent.Cpu.TotalSeconds) / 1e6:0.0} million moves a second, "
                + $"{plan.Accepted} made"
        );

        int Count(CircleFaultKind kind) => faults.Count(fault => fault.Kind == kind);
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
