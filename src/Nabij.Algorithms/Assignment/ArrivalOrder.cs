using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>What happens without planning: each request, as it comes in, takes the cheapest helper who still has
/// room.</summary>
/// <remarks>The yardstick that a plan for several requests at once is shown beside; O(log n) a request.</remarks>
public static class ArrivalOrder
{
    /// <summary>Per request the helper, or <see cref="Assigned.Nobody"/>.</summary>
    public static ImmutableArray<int> Solve(NearbyProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var tree = new KdTree([.. problem.Helpers.Select(helper => helper.Home)]);
        var surcharges = new KdTree.Surcharges(tree);
        surcharges.Set([.. problem.Helpers.Select(helper => (long)helper.Surcharge)]);
        var room = SparseAssignment.Capacities(problem.Terms, problem.Helpers.Length);
        var traits = problem.Helpers.Select(helper => helper.Traits).ToImmutableArray();
        var helperOf = ImmutableArray.CreateBuilder<int>(problem.Requests.Length);
        Span<Found> found = stackalloc Found[1];
        for (var request = 0; request < problem.Requests.Length; request++)
        {
            var (home, wish, farthest) = problem.Requests[request];
            var below = problem.Terms.UnservedCosts.IsEmpty ? long.MaxValue : problem.Terms.UnservedCosts[request];
            var admitted = new WithRoom(room, new Suitable(traits, wish, []));
            var helper =
                tree.Cheapest(home, below, farthest, admitted, surcharges, found) > 0
                    ? found[0].Point
                    : Assigned.Nobody;
            if (helper != Assigned.Nobody)
                room[helper]--;
            helperOf.Add(helper);
        }
        return helperOf.DrainToImmutable();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct WithRoom(int[] Room, Suitable Suitable) : IAdmits
    {
        public bool Admits(int point) => Room[point] > 0 && Suitable.Admits(point);
    }
}
