using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>The rules that a division can break.</summary>
public enum CircleFaultKind
{
    /// <summary>Another number of places than the problem has, or a circle without a number.</summary>
    WrongShape,

    /// <summary>A circle lies in more pieces than one.</summary>
    NotConnected,

    /// <summary>A circle holds more than it should.</summary>
    TooLarge,

    /// <summary>A circle holds less than it should, or nobody.</summary>
    TooSmall,

    /// <summary>A circle has fewer helpers than it should.</summary>
    LacksHelpers,
}

/// <summary>What is wrong with a division.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Circle">In which circle.</param>
/// <param name="Number">The number of pieces, the size or the helpers.</param>
public sealed record CircleFault(CircleFaultKind Kind, int Circle, int Number);

/// <summary>Looks a division over from the problem statement, with none of the solver's code.</summary>
public static class CircleChecker
{
    /// <summary>All faults; those of size and helpers may be what the problem leaves no way around.</summary>
    public static IReadOnlyList<CircleFault> Check(CircleProblem problem, ImmutableArray<int> circleOf)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (circleOf.Length != problem.Places.Length || circleOf.Any(circle => circle < 0))
            return [new CircleFault(CircleFaultKind.WrongShape, -1, circleOf.Length)];
        var circles = Math.Max(problem.Circles, circleOf.DefaultIfEmpty(-1).Max() + 1);
        return [.. Enumerable.Range(0, circles).SelectMany(circle => FaultsOf(problem, circleOf, circle))];
    }

    /// <summary>Mean distance to the medoid of the own circle in decimetres, counted by size, as the crow
    /// flies.</summary>
    public static double MeanStraightDistance(CircleProblem problem, ImmutableArray<int> circleOf)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var sum = Enumerable
            .Range(0, circleOf.Length)
            .GroupBy(place => circleOf[place])
            .Sum(circle => Lowest(problem, [.. circle]));
        return sum / Math.Max(1, problem.Places.Sum(place => (double)problem.Counting.Of(place)));
    }

    private static double Lowest(CircleProblem problem, int[] members) =>
        members.Min(middle =>
            members.Sum(member =>
            {
                var (one, other) = (problem.Places[middle].At, problem.Places[member].At);
                return problem.Counting.Of(problem.Places[member])
                    * double.Hypot((double)one.X - other.X, (double)one.Y - other.Y);
            })
        );

    private static IEnumerable<CircleFault> FaultsOf(CircleProblem problem, ImmutableArray<int> circleOf, int circle)
    {
        var members = Enumerable.Range(0, circleOf.Length).Where(place => circleOf[place] == circle).ToHashSet();
        var size = members.Sum(place => problem.Counting.Of(problem.Places[place]));
        var helpers = members.Sum(place => problem.Places[place].Helpers);
        var pieces = 0;
        for (var left = members.ToHashSet(); left.Count > 0; pieces++)
            Remove(problem.Walks, left, left.First());
        if (pieces > 1)
            yield return new CircleFault(CircleFaultKind.NotConnected, circle, pieces);
        if (size > problem.Largest)
            yield return new CircleFault(CircleFaultKind.TooLarge, circle, size);
        if (size < problem.Smallest || members.Count == 0)
            yield return new CircleFault(CircleFaultKind.TooSmall, circle, size);
        if (helpers < problem.HelpersACircle)
            yield return new CircleFault(CircleFaultKind.LacksHelpers, circle, helpers);
    }

    private static void Remove(WalkingGraph walks, HashSet<int> left, int first)
    {
        var open = new Stack<int>([first]);
        left.Remove(first);
        while (open.TryPop(out var place))
            foreach (var next in walks.Of(place))
                if (left.Remove(next))
                    open.Push(next);
    }
}
