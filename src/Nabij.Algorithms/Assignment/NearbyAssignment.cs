using System.Collections.Immutable;

namespace Nabij.Algorithms.Assignment;

/// <summary>An assignment of helpers nearby, and the work it took.</summary>
/// <param name="Assigned">Who takes what; its prices hold for all pairs, also those that were never looked at.</param>
/// <param name="Pairs">How many pairs were candidates in the end.</param>
/// <param name="Rounds">How often candidates were added because a price asked for them.</param>
/// <param name="Pivots">Exchanges of the simplex method.</param>
public sealed record NearbyAssigned(Assigned Assigned, int Pairs, int Rounds, long Pivots);

/// <summary>The cheapest assignment by distance, exact over all pairs though few of them are looked at.</summary>
/// <remarks>Starts with the cheapest few helpers per request. After each solve the prices say for every request below
/// which cost a helper would still be worth having; the k-d tree finds such helpers or proves that there are none
/// (column generation; A. Volgenant 1996, Linear and semi-assignment problems: a core oriented approach). When no
/// request finds one, the prices are right for all pairs.</remarks>
public static class NearbyAssignment
{
    private const int FirstCandidates = 10;
    private const int MoreCandidates = 6;

    /// <summary>Solves to proven optimality.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the proof was complete.</exception>
    public static NearbyAssigned Solve(NearbyProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        AssignmentTerms.MustFit(problem.Terms, problem.Requests.Length, problem.Helpers.Length);
        return new Search(problem).Run(cancellation);
    }

    private sealed class Search
    {
        private readonly NearbyProblem _problem;
        private readonly KdTree _tree;
        private readonly KdTree.Surcharges _surcharges;
        private readonly ImmutableArray<Traits> _traits;
        private readonly ImmutableArray<long> _open;
        private readonly NetworkSimplex _simplex;
        private readonly long[] _byHelper;
        private readonly bool _anyWish;
        private int _pairs;

        public Search(NearbyProblem problem)
        {
            _problem = problem;
            _tree = new KdTree([.. problem.Helpers.Select(helper => helper.Home)]);
            _surcharges = new KdTree.Surcharges(_tree);
            _traits = [.. problem.Helpers.Select(helper => helper.Traits)];
            _anyWish = problem.Requests.Any(request => request.Wish != default);
            _open = SparseAssignment.OpenCosts(
                problem.Terms,
                problem.Requests.Length,
                problem.Helpers.Length,
                HighestCost(problem)
            );
            _simplex = new NetworkSimplex(
                _open.AsSpan(),
                SparseAssignment.Capacities(problem.Terms, problem.Helpers.Length)
            );
            _byHelper = new long[problem.Helpers.Length];
        }

        public NearbyAssigned Run(CancellationToken cancellation)
        {
            var rounds = 0;
            _simplex.Reserve(_problem.Requests.Length * FirstCandidates * 2);
            for (
                var added = AddBelowPrices(FirstCandidates);
                added > 0;
                added = AddBelowPrices(MoreCandidates), rounds++
            )
                _simplex.Solve(cancellation);
            var assigned = SparseAssignment.Read(
                _simplex,
                _open,
                _problem.Helpers.Length,
                _problem.Terms,
                (request, helper) => _problem.CostOf(request, helper)
            );
            return new NearbyAssigned(assigned, _pairs, rounds, _simplex.Pivots);
        }

        /// <summary>Adds per request the helpers that would save most at today's prices; none added means that the
        /// prices are final.</summary>
        private int AddBelowPrices(int most)
        {
            for (var helper = 0; helper < _byHelper.Length; helper++)
                _byHelper[helper] = _problem.Helpers[helper].Surcharge - _simplex.HelperPrice(helper);
            _surcharges.Set(_byHelper);
            var before = _pairs;
            Span<Found> found = stackalloc Found[most];
            for (var request = 0; request < _problem.Requests.Length; request++)
                foreach (var (helper, measure) in found[..CheapestFor(request, found)])
                    Add(request, helper, (int)(measure + _simplex.HelperPrice(helper)));
            return _pairs - before;
        }

        private int CheapestFor(int request, Span<Found> found)
        {
            var (home, wish, farthest) = _problem.Requests[request];
            var price = _simplex.RequestPrice(request);
            return _anyWish
                ? _tree.Cheapest(home, price, farthest, new Suitable(_traits, wish, []), _surcharges, found)
                : _tree.Cheapest(home, price, farthest, default(Anyone), _surcharges, found);
        }

        private void Add(int request, int helper, int cost)
        {
            if (_problem.Terms.CapacityOf(helper) == 0)
                return;
            _simplex.Add(request, helper, cost);
            _pairs++;
        }
    }

    /// <summary>No pair costs more than the whole neighbourhood across and the highest surcharge.</summary>
    private static int HighestCost(NearbyProblem problem)
    {
        var homes = problem
            .Requests.Select(request => request.Home)
            .Concat(problem.Helpers.Select(helper => helper.Home))
            .ToArray();
        if (homes.Length == 0)
            return 0;
        var corner = new Spot(homes.Min(home => home.X), homes.Min(home => home.Y));
        var across = corner.DistanceTo(new Spot(homes.Max(home => home.X), homes.Max(home => home.Y)));
        return across + problem.Helpers.Select(helper => helper.Surcharge).DefaultIfEmpty().Max();
    }
}
