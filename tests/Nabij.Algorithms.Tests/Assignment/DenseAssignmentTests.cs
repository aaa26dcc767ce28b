using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Tests.Assignment;

public class DenseAssignmentTests
{
    [Fact]
    public void Two_requests_in_the_Dorpsstraat_want_the_same_neighbour_and_the_cheapest_pair_of_pairs_wins()
    {
        // Anna: Bram 1, Carla 5. Dirk: Bram 2, Carla 20. Nearest first gives 21; together it is 7.
        var assigned = DenseAssignment.Solve(
            new CostMatrix(2, 2, [1, 5, 2, 20]),
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal([1, 0], assigned.HelperOf);
        Assert.Equal(7, assigned.Cost);
        Assert.Equal(0, assigned.Gap);
    }

    [Fact]
    public void A_request_stays_open_when_serving_it_is_dearer_than_leaving_it()
    {
        var terms = AssignmentTerms.LeavingOpenCosts(10, 2);

        var assigned = DenseAssignment.Solve(
            new CostMatrix(2, 2, [3, 50, 4, 60]),
            terms,
            TestContext.Current.CancellationToken
        );

        Assert.Equal([0, Assigned.Nobody], assigned.HelperOf);
        Assert.Equal(13, assigned.Cost);
    }

    [Fact]
    public void One_helper_with_room_for_three_takes_three() =>
        Assert.Equal(
            [0, 0, 0],
            DenseAssignment
                .Solve(
                    new CostMatrix(3, 2, [1, 9, 1, 9, 1, 9]),
                    new AssignmentTerms { Capacities = [3, 3] },
                    TestContext.Current.CancellationToken
                )
                .HelperOf
        );

    [Fact]
    public void Nobody_is_assigned_where_there_is_nobody() =>
        Assert.Equal(
            [Assigned.Nobody, Assigned.Nobody],
            DenseAssignment
                .Solve(new CostMatrix(2, 0, []), cancellation: TestContext.Current.CancellationToken)
                .HelperOf
        );

    [Fact]
    public void Every_small_problem_is_solved_as_by_trying_everything() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var (rows, columns) = (random.Next(6), random.Next(6));
                var (costs, terms) = (Drawn.Costs(random, rows, columns), Drawn.Terms(random, rows, columns));

                var assigned = DenseAssignment.Solve(costs, terms);

                return AsByTryingEverything(costs, terms, assigned).Label($"seed {seed}: {rows} × {columns}");
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(300, 300, 1_000_000)]
    [InlineData(300, 300, 3)]
    [InlineData(200, 330, 1000)]
    [InlineData(330, 200, 1000)]
    public void On_large_ones_the_prices_prove_it(int rows, int columns, int highest)
    {
        var costs = Drawn.Costs(new Random(rows + highest), rows, columns, highest, 0);

        var assigned = DenseAssignment.Solve(costs, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(0, assigned.Gap);
        Assert.Empty(AssignmentChecker.Check(costs, AssignmentTerms.ServeAll, assigned));
        Assert.Equal(Math.Max(0, rows - columns), assigned.Unserved);
    }

    [Fact]
    public void Costs_so_high_that_sums_need_64_bits_are_exact_too()
    {
        var random = new Random(5);
        var costs = new CostMatrix(
            60,
            60,
            [
                .. Enumerable
                    .Range(0, 3600)
                    .Select(pair => pair % 61 == 7 ? CostMatrix.Forbidden : CostMatrix.Highest - random.Next(1000)),
            ]
        );

        var assigned = DenseAssignment.Solve(costs, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(AssignmentChecker.Check(costs, AssignmentTerms.ServeAll, assigned));
        Assert.Equal(0, assigned.Gap);
        Assert.Equal(0, assigned.Unserved);
    }

    [Fact]
    public void Cancelling_stops_it() =>
        Assert.Throws<OperationCanceledException>(() =>
            DenseAssignment.Solve(
                Drawn.Costs(new Random(1), 50, 80),
                cancellation: new CancellationToken(canceled: true)
            )
        );

    internal static bool AsByTryingEverything(CostMatrix costs, AssignmentTerms terms, Assigned assigned)
    {
        var (served, cost) = BruteForce.Best(costs, terms);
        var own = assigned
            .HelperOf.Select(
                (helper, request) =>
                    helper >= 0 ? costs[request, helper]
                    : terms.UnservedCosts.IsEmpty ? 0L
                    : terms.UnservedCosts[request]
            )
            .Sum();
        return own == cost
            && assigned.Gap == 0
            && (!terms.UnservedCosts.IsEmpty || costs.Rows - assigned.Unserved == served)
            && AssignmentChecker.Check(costs, terms, assigned).Count == 0;
    }
}
