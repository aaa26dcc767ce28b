using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Tests.Assignment;

/// <summary>Tries everything: most served first where nothing is said of leaving open, then cheapest.</summary>
internal static class BruteForce
{
    public static (int Served, long Cost) Best(CostMatrix costs, AssignmentTerms terms)
    {
        var room = Enumerable
            .Range(0, costs.Columns)
            .Select(helper => terms.Capacities.IsEmpty ? 1 : terms.Capacities[helper])
            .ToArray();
        return From(0);

        (int Served, long Cost) From(int request)
        {
            if (request == costs.Rows)
                return (0, 0);
            var open = From(request + 1);
            var best = (open.Served, open.Cost + (terms.UnservedCosts.IsEmpty ? 0 : terms.UnservedCosts[request]));
            for (var helper = 0; helper < costs.Columns; helper++)
            {
                if (room[helper] == 0 || costs[request, helper] == CostMatrix.Forbidden)
                    continue;
                room[helper]--;
                var rest = From(request + 1);
                room[helper]++;
                var with = (rest.Served + 1, rest.Cost + costs[request, helper]);
                if (IsBetter(with, best, terms))
                    best = with;
            }
            return best;
        }
    }

    private static bool IsBetter((int Served, long Cost) one, (int Served, long Cost) other, AssignmentTerms terms) =>
        terms.UnservedCosts.IsEmpty && one.Served != other.Served ? one.Served > other.Served : one.Cost < other.Cost;
}
