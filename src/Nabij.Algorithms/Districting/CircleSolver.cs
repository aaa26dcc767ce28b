using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>Divides places into circles: connected, within size, with their helpers, short to walk.</summary>
public static class CircleSolver
{
    /// <summary>Always gives a division with every circle connected, also when cancelled at once.</summary>
    /// <param name="problem">What is to be divided.</param>
    /// <param name="stop">When it is good enough.</param>
    /// <param name="seed">The same seed and number of moves give the same answer.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="cancellation">Ends the search early, with the best so far.</param>
    /// <exception cref="ArgumentException">The parts of the problem do not fit each other.</exception>
    public static CirclePlan Solve(
        CircleProblem problem,
        Stop stop,
        int seed = 1,
        Action<CircleProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(stop);
        CircleProblem.MustBeWhole(problem);
        if (problem.Places.IsEmpty)
            return new CirclePlan([], [], 0, 0);
        var order = new MapOrder(problem);
        return order.Named(Search(order.Ordered(problem), stop, seed, progress, cancellation));
    }

    private static CirclePlan Search(
        CircleProblem problem,
        Stop stop,
        int seed,
        Action<CircleProgress>? progress,
        CancellationToken cancellation
    )
    {
        var dice = new Dice(seed);
        var layout = new Layout(problem, Growth.CirclesNeeded(problem));
        var isNew = problem.Existing.All(circle => circle < 0);
        if (isNew)
            Growth.Start(problem, layout, ref dice, cancellation);
        else
            Growth.Continue(problem, layout, ref dice);
        var annealing = new Annealing(layout, dice);
        annealing.Run(stop, isNew ? FreshHeat : FamiliarHeat, isNew ? StartAnew : null, progress, cancellation);
        return Plan(layout, annealing.Moves, annealing.Accepted);

        void StartAnew(ref Dice dice) => Growth.Start(problem, layout, ref dice, cancellation);
    }

    private const double FreshHeat = 4;
    private const double FamiliarHeat = 0.02;

    internal static CirclePlan Plan(Layout layout, long moves, long accepted) =>
        new([.. layout.CircleOf], [.. Enumerable.Range(0, layout.Circles).Select(layout.Figures)], moves, accepted);
}
