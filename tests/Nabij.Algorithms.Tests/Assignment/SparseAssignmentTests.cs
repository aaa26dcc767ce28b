using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Tests.Assignment;

public class SparseAssignmentTests
{
    [Fact]
    public void Every_small_problem_is_solved_as_by_trying_everything() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var (rows, columns) = (random.Next(6), random.Next(6));
                var (costs, terms) = (
                    Drawn.Costs(random, rows, columns, forbidden: 0.5),
                    Drawn.Terms(random, rows, columns)
                );

                var assigned = SparseAssignment.Solve(Lists(costs), columns, terms);

                return DenseAssignmentTests
                    .AsByTryingEverything(costs, terms, assigned)
                    .Label($"seed {seed}: {rows} × {columns}");
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sparse_and_dense_agree_on_larger_ones(int seed)
    {
        var random = new Random(seed);
        var costs = Drawn.Costs(random, 120, 100, 500, 0.7);
        var terms = Drawn.Terms(random, 120, 100, 500);

        var sparse = SparseAssignment.Solve(Lists(costs), 100, terms, TestContext.Current.CancellationToken);
        var dense = DenseAssignment.Solve(costs, terms, TestContext.Current.CancellationToken);

        Assert.Equal((dense.Unserved, 0), (sparse.Unserved, sparse.Gap));
        Assert.Equal(Pairs(costs, dense), Pairs(costs, sparse));
        Assert.Empty(AssignmentChecker.Check(costs, terms, sparse));
    }

    [Fact]
    public void Whoever_was_asked_yesterday_gives_way_to_a_neighbour_nearly_as_near()
    {
        var fairness = new Fairness(DecimetresADay: 500, Days: 7);
        var surcharges = fairness.SurchargesFor([1, 30]);
        var problem = new NearbyProblem(
            [new NearbyRequest(new Spot(0, 0))],
            [
                new NearbyHelper(new Spot(1000, 0), default, surcharges[0]),
                new NearbyHelper(new Spot(3000, 0), default, surcharges[1]),
            ],
            AssignmentTerms.ServeAll
        );

        Assert.Equal([1], NearbyAssignment.Solve(problem, TestContext.Current.CancellationToken).Assigned.HelperOf);
    }

    [Fact]
    public void Nearby_is_exact_over_all_pairs_though_it_looks_at_few() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var problem = Drawn.Nearby(random, random.Next(40), random.Next(60));
                var costs = MatrixOf(problem);

                var nearby = NearbyAssignment.Solve(problem).Assigned;
                var dense = DenseAssignment.Solve(costs, problem.Terms);

                return (
                    AssignmentChecker.Check(costs, problem.Terms, nearby).Count == 0
                    && nearby.Gap == 0
                    && nearby.Unserved == dense.Unserved | !problem.Terms.UnservedCosts.IsEmpty
                    && Total(problem, nearby) == Total(problem, dense)
                ).Label($"seed {seed}");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_plan_for_all_is_never_dearer_than_taking_requests_as_they_come()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var problem = Drawn.Nearby(new Random(seed), 60, 60) with
            {
                Terms = AssignmentTerms.LeavingOpenCosts(6000, 60),
            };
            var inTurn = ArrivalOrder
                .Solve(problem)
                .Select((helper, request) => helper < 0 ? 6000L : problem.CostOf(request, helper))
                .Sum();

            Assert.True(
                NearbyAssignment.Solve(problem, TestContext.Current.CancellationToken).Assigned.Cost <= inTurn,
                $"seed {seed}"
            );
        }
    }

    [Fact]
    public void The_checker_finds_every_planted_fault()
    {
        var costs = new CostMatrix(3, 3, [1, 5, CostMatrix.Forbidden, 2, 20, 3, 4, 4, 4]);
        var right = DenseAssignment.Solve(costs, cancellation: TestContext.Current.CancellationToken);
        var planted = new (Assigned Wrong, AssignmentFaultKind Kind)[]
        {
            (right with { HelperOf = [0, 1] }, AssignmentFaultKind.WrongShape),
            (right with { HelperOf = [2, 0, 1] }, AssignmentFaultKind.ForbiddenPair),
            (right with { HelperOf = [0, 0, 1] }, AssignmentFaultKind.TooManyForHelper),
            (right with { Cost = right.Cost - 1 }, AssignmentFaultKind.WrongCost),
            (right with { LowerBound = right.LowerBound + 1 }, AssignmentFaultKind.WrongBound),
            (right with { RequestPrices = right.RequestPrices.SetItem(1, 1000) }, AssignmentFaultKind.WrongPrice),
            (right with { HelperPrices = right.HelperPrices.SetItem(1, 1) }, AssignmentFaultKind.WrongPrice),
        };

        Assert.Empty(AssignmentChecker.Check(costs, AssignmentTerms.ServeAll, right));
        Assert.All(
            planted,
            one =>
                Assert.Contains(
                    one.Kind,
                    AssignmentChecker.Check(costs, AssignmentTerms.ServeAll, one.Wrong).Select(fault => fault.Kind)
                )
        );
    }

    private static long Pairs(CostMatrix costs, Assigned assigned) =>
        assigned.HelperOf.Select((helper, request) => helper < 0 ? 0L : costs[request, helper]).Sum();

    private static long Total(NearbyProblem problem, Assigned assigned) =>
        assigned
            .HelperOf.Select(
                (helper, request) =>
                    helper >= 0 ? problem.CostOf(request, helper)
                    : problem.Terms.UnservedCosts.IsEmpty ? 0L
                    : problem.Terms.UnservedCosts[request]
            )
            .Sum();

    private static CostMatrix MatrixOf(NearbyProblem problem) =>
        new(
            problem.Requests.Length,
            problem.Helpers.Length,
            [
                .. from request in Enumerable.Range(0, problem.Requests.Length)
                from helper in Enumerable.Range(0, problem.Helpers.Length)
                select problem.CostOf(request, helper),
            ]
        );

    private static ImmutableArray<ImmutableArray<Candidate>> Lists(CostMatrix costs) =>
        [
            .. Enumerable
                .Range(0, costs.Rows)
                .Select(row =>
                    Enumerable
                        .Range(0, costs.Columns)
                        .Where(column => costs[row, column] != CostMatrix.Forbidden)
                        .Select(column => new Candidate(column, costs[row, column]))
                        .ToImmutableArray()
                ),
        ];
}
