using System.Diagnostics;
using System.Globalization;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Benchmarks.Routing;

/// <summary><c>routing FILE…</c>: solves instances and writes a line for each, checked by the checker.</summary>
internal static class RoutingVerb
{
    private const string Header =
        "name,convention,cost,bks,gap,vehicles,bks_vehicles,feasible,time_to_best,iterations,seconds,seed,threads,"
        + "priority_lost,unserved,lateness,ride_time,first_plan,moves_per_second";

    public static int Run(string[] words)
    {
        try
        {
            return Measure(words);
        }
        catch (Exception refusal) when (refusal is FormatException or IOException or ArgumentException)
        {
            Console.Error.WriteLine(refusal.Message);
            return 1;
        }
    }

    private static int Measure(string[] words)
    {
        var options = RoutingOptions.Parse(words);
        using var results = options.Out == null ? null : new StreamWriter(options.Out);
        using var trace = options.Trace == null ? null : new StreamWriter(options.Trace);
        Write(Header, results);
        trace?.WriteLine("name,seconds,gap");
        var gaps = new List<double>();
        foreach (var file in options.Files)
            Solve(file, options, results, trace, gaps);
        if (gaps.Count > 1)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"mean gap {gaps.Average():0.000} %, max {gaps.Max():0.000} %"
                )
            );
        return 0;
    }

    private static void Solve(
        string file,
        RoutingOptions options,
        StreamWriter? results,
        StreamWriter? trace,
        List<double> gaps
    )
    {
        var problem = ReadNamed(file, options.Convention);
        var yardstick = Yardstick.For(file, problem, options.Convention);
        var best = yardstick.Best;
        var start = Now(options);
        var (found, first) = (0.0, double.NaN);
        var steps = new StepCount(
            options.Iterations is { } limit ? new MaxIterations(limit)
            : options.CpuTime ? new CpuTime(options.Seconds)
            : new MaxDuration(TimeSpan.FromSeconds(options.Seconds))
        );
        var plan = Planner.Solve(problem, steps, options.Planner, Improved);
        var spent = Now(options) - start;
        var verdict = PlanChecker.Check(problem, plan);
        if (options.Solutions is { } folder)
            Solutions.Write(folder, problem, plan, yardstick);
        var cost = yardstick.Cost(verdict);
        var gap = best is { } known ? ((cost / known.Distance) - 1) * 100 : double.NaN;
        if (!double.IsNaN(gap))
            gaps.Add(gap);
        foreach (var violation in verdict.Violations.Take(5))
            Console.Error.WriteLine($"{problem.Name}: {violation.Words}");
        object?[] row =
        [
            problem.Name,
            yardstick.Name,
            Math.Round(cost, 3),
            best?.Distance,
            Math.Round(gap, 3),
            verdict.VehiclesUsed,
            best?.Vehicles,
            verdict.IsFeasible,
            Math.Round(found, 2),
            steps.Iterations,
            options.Seconds,
            options.Seed,
            options.Threads,
            verdict.PriorityLost,
            verdict.Unserved,
            verdict.Lateness,
            verdict.TravelTime,
            Math.Round(first, 3),
            Math.Round(steps.Moves / spent),
        ];
        Write(string.Join(',', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))), results);

        void Improved(Improvement improvement)
        {
            found = Now(options) - start;
            first = double.IsNaN(first) ? found : first;
            if (best is { } value)
                trace?.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{problem.Name},{found:0.000},{((improvement.Cost / yardstick.Scale / value.Distance) - 1) * 100:0.0000}"
                    )
                );
        }
    }

    private static double Now(RoutingOptions options) =>
        options.CpuTime && options.Threads == 1 ? CpuTime.Now() : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    private static Problem ReadNamed(string file, Convention convention)
    {
        try
        {
            return InstanceFile.Read(file, convention);
        }
        catch (MalformedInputException refusal)
        {
            throw new FormatException($"{file}: {refusal.Message}", refusal);
        }
    }

    private static void Write(string line, StreamWriter? results)
    {
        Console.WriteLine(line);
        results?.WriteLine(line);
        results?.Flush();
    }
}
