using System.Globalization;
using Nabij.Algorithms.Assignment;

namespace Nabij.Benchmarks.Assignment;

/// <summary><c>assignment [--seed 1] [--dense-up-to 5000] [--scipy]</c>: the table of the README, on this
/// machine.</summary>
internal static class AssignmentVerb
{
    private static readonly (int Requests, int Helpers, bool Clustered)[] Rows =
    [
        (1000, 1000, false),
        (1000, 1500, false),
        (5000, 5000, false),
        (5000, 7500, false),
        (10_000, 10_000, false),
        (10_000, 15_000, false),
        (5000, 7500, true),
        (5000, 5000, true),
    ];

    public static int Run(string[] args)
    {
        var seed = int.Parse(Option(args, "--seed", "1"), CultureInfo.InvariantCulture);
        var denseUpTo = int.Parse(Option(args, "--dense-up-to", "5000"), CultureInfo.InvariantCulture);
        WarmUp(seed);
        Console.WriteLine(
            "requests x helpers | sparse, exact over all pairs | dense | scipy dense | in arrival order | checked"
        );
        var faults = 0;
        foreach (var (requests, helpers, clustered) in Rows)
            faults += Measure(
                requests,
                helpers,
                clustered,
                seed,
                denseUpTo,
                args.Contains("--scipy", StringComparer.Ordinal)
            );
        KNearest(seed);
        return faults == 0 ? 0 : 1;
    }

    private static int Measure(int requests, int helpers, bool clustered, int seed, int denseUpTo, bool scipy)
    {
        var problem = clustered
            ? Neighbourhoods.Clustered(requests, helpers, seed)
            : Neighbourhoods.Uniform(requests, helpers, seed);
        var (nearby, sparseTime) = ProcessorTime.Of(() => NearbyAssignment.Solve(problem));
        var faults =
            AssignmentChecker.Check(requests, helpers, problem.CostOf, problem.Terms, nearby.Assigned).Count
            + (nearby.Assigned.Gap == 0 ? 0 : 1);
        var (dense, reference) = ("-", "-");
        if (requests <= denseUpTo)
        {
            var costs = Matrix(problem);
            var (assigned, denseTime) = ProcessorTime.Of(() => DenseAssignment.Solve(costs));
            faults +=
                AssignmentChecker.Check(costs, problem.Terms, assigned).Count
                + (assigned.Cost == nearby.Assigned.Cost ? 0 : 1);
            dense = denseTime.ToString();
            reference = scipy ? Scipy.Measure(costs, assigned.Cost) : "-";
        }
        var (kind, verdict) = (clustered ? "clustered" : "uniform", faults == 0 ? "optimal" : $"{faults} FAULTS");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{requests} x {helpers} {kind} | "
                    + $"{sparseTime} ({nearby.Rounds} rounds, {nearby.Pairs} pairs, {nearby.Pivots} pivots) | "
                    + $"{dense} | {reference} | {Greedy(problem, nearby.Assigned)} | {verdict}"
            )
        );
        return faults;
    }

    private static string Greedy(NearbyProblem problem, Assigned best)
    {
        var pairs = ArrivalOrder.Solve(problem).Select((helper, request) => problem.CostOf(request, helper)).ToArray();
        var sum = pairs.Sum(cost => (long)cost);
        var worst = Enumerable.Range(0, pairs.Length).Max(request => problem.CostOf(request, best.HelperOf[request]));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"+{100.0 * (sum - best.Cost) / best.Cost:0.0} %, "
                + $"worst {pairs.Max() / 10_000.0:0.0} km against {worst / 10_000.0:0.0} km"
        );
    }

    private static CostMatrix Matrix(NearbyProblem problem)
    {
        var (requests, helpers) = (problem.Requests.Length, problem.Helpers.Length);
        var costs = new int[requests * helpers];
        for (var request = 0; request < requests; request++)
        for (var helper = 0; helper < helpers; helper++)
            costs[(request * helpers) + helper] = problem.CostOf(request, helper);
        return new CostMatrix(requests, helpers, costs);
    }

    private static void KNearest(int seed)
    {
        var problem = Neighbourhoods.Uniform(200_000, 10_000, seed);
        var tree = new KdTree([.. problem.Helpers.Select(helper => helper.Home)]);
        var random = new Random(seed);
        var suitable = new Suitable(
            [
                .. problem.Helpers.Select(_ => new Traits(
                    (uint)random.Next(16),
                    (uint)random.Next(1, 8),
                    1u << random.Next(2),
                    (ulong)random.Next(1, 64)
                )),
            ],
            new Traits(1, 3, 0, 7),
            []
        );
        foreach (var label in (string[])["16 nearest of 10,000", "of those who suit (1 in 3)"])
        {
            var all = label.StartsWith("16", StringComparison.Ordinal);
            var (found, time) = ProcessorTime.Of(() => Ask(problem, tree, suitable, all));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{label}: {problem.Requests.Length / time.Cpu.TotalSeconds:0} questions a second, {found} found"
                )
            );
        }
    }

    private static long Ask(NearbyProblem problem, KdTree tree, Suitable suitable, bool all)
    {
        Span<Found> found = stackalloc Found[16];
        var sum = 0L;
        foreach (var request in problem.Requests)
            sum += all
                ? tree.Nearest(request.Home, Spot.Farthest, default(Anyone), found)
                : tree.Nearest(request.Home, Spot.Farthest, suitable, found);
        return sum;
    }

    /// <summary>The measured code is compiled before the clock starts.</summary>
    private static void WarmUp(int seed)
    {
        for (var round = 0; round < 60; round++)
        {
            var problem = Neighbourhoods.Uniform(200, 200 + round, seed + round);
            NearbyAssignment.Solve(problem);
            DenseAssignment.Solve(Matrix(problem));
            ArrivalOrder.Solve(problem);
        }
    }

    private static string Option(string[] args, string name, string otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
}
