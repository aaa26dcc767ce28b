using FsCheck;
using FsCheck.Fluent;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

public class CircleSolverTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_Molenstraat_is_cut_where_both_halves_hold_as_many() =>
        Assert.Equal(
            [3, 3],
            CircleSolver
                .Solve(
                    Streets.Row(2, 1, 1, 1, 2, 1) with
                    {
                        Smallest = 3,
                        Largest = 3,
                    },
                    Stop.AfterMoves(1000),
                    cancellation: Cancellation
                )
                .Circles.Select(circle => circle.Size)
        );

    [Fact]
    public void Circles_hang_together_and_are_within_size_wherever_that_is_known_to_be_possible() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var problem = Streets.WithKnownAnswer(random, random.Next(12, 70), random.Next(2, 6));

                var plan = CircleSolver.Solve(problem, Stop.AfterMoves(100_000), seed);

                return (CircleChecker.Check(problem, plan.CircleOf).Count == 0).Label($"seed {seed}");
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_same_seed_gives_the_same_circles()
    {
        var problem = Streets.WithKnownAnswer(new Random(4), 120, 8);

        var one = CircleSolver.Solve(problem, Stop.AfterMoves(200_000), 9, cancellation: Cancellation);
        var other = CircleSolver.Solve(problem, Stop.AfterMoves(200_000), 9, cancellation: Cancellation);

        Assert.Equal(one.CircleOf, other.CircleOf);
        Assert.Equal(one.Accepted, other.Accepted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Cancelled_at_any_moment_everyone_is_in_a_circle_that_hangs_together(int rounds)
    {
        var problem = Streets.WithKnownAnswer(new Random(rounds), 150, 9);
        using var cancel = new CancellationTokenSource();
        if (rounds == 0)
            cancel.Cancel();
        var seen = 0;

        var plan = CircleSolver.Solve(problem, Stop.AfterTime(TimeSpan.FromMinutes(5)), 1, Count, cancel.Token);

        Assert.True(Streets.IsConnected(problem, plan));
        Assert.Equal(rounds, seen);

        void Count(CircleProgress progress)
        {
            if (++seen == rounds)
                cancel.Cancel();
        }
    }

    [Fact]
    public void No_move_allocates()
    {
        var fresh = Streets.WithKnownAnswer(new Random(2), 200, 10) with { Distance = DistanceKind.Straight };
        // From existing circles there is one run and one way to begin, so that only the moves differ.
        var today = CircleSolver.Solve(fresh, Stop.AfterMoves(1000), cancellation: Cancellation);
        var problem = fresh with { Existing = today.CircleOf };
        Spent(100_000);
        Spent(100_000);

        // One object a round of moves would make thousands of bytes, each time; the runtime notes down a few now and then, for itself.
        Assert.InRange(Enumerable.Range(0, 3).Min(_ => Math.Abs(Spent(1_000_000) - Spent(100_000))), 0, 512);

        long Spent(long moves)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            CircleSolver.Solve(problem, Stop.AfterMoves(moves), cancellation: Cancellation);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void No_circle_crosses_the_canal()
    {
        var random = new Random(8);
        var spots = Streets.Spots(random, 200);
        var canal = new WalkingBarrier([new Spot(1500, -100), new Spot(1500, 4000)]);
        var problem = new CircleProblem(
            [.. spots.Select(spot => new CirclePlace(spot, Seniors: 1))],
            Neighbouring.Of(spots, [canal], 10_000).Walks,
            10
        )
        {
            Largest = 25,
            Smallest = 15,
        };

        var plan = CircleSolver.Solve(problem, Stop.AfterMoves(300_000), cancellation: Cancellation);

        Assert.Empty(CircleChecker.Check(problem, plan.CircleOf));
        Assert.All(
            Enumerable.Range(0, 200).GroupBy(place => plan.CircleOf[place]),
            circle => Assert.Single(circle.Select(place => spots[place].X < 1500).Distinct())
        );
    }

    [Fact]
    public void Two_islands_need_two_circles_though_one_was_asked()
    {
        var problem = Streets.Row(1, 1, 1, 1, 1) with { Walks = WalkingGraph.Of(4, [(0, 1), (2, 3)]) };

        var plan = CircleSolver.Solve(problem, Stop.AfterMoves(100), cancellation: Cancellation);

        Assert.Equal([2, 2], plan.Circles.Select(circle => circle.Size));
    }

    [Fact]
    public void Every_circle_gets_its_helper_where_there_are_enough()
    {
        var row = Streets.Row(3, [.. Enumerable.Repeat(1, 15)]);
        var problem = row with
        {
            Places = [.. row.Places.Select((place, house) => place with { Helpers = house is 0 or 1 or 9 ? 1 : 0 })],
            HelpersACircle = 1,
            Smallest = 1,
            Largest = 13,
        };

        var plan = CircleSolver.Solve(problem, Stop.AfterMoves(200_000), cancellation: Cancellation);

        Assert.Empty(CircleChecker.Check(problem, plan.CircleOf));
    }

    [Fact]
    public void One_more_senior_in_the_street_leaves_nearly_everyone_in_their_circle()
    {
        var problem = Streets.WithKnownAnswer(new Random(6), 300, 15);
        var today = CircleSolver.Solve(problem, Stop.AfterMoves(1_000_000), cancellation: Cancellation);
        var tomorrow = problem with
        {
            Places = problem.Places.SetItem(17, problem.Places[17] with { Seniors = problem.Places[17].Seniors + 1 }),
            Existing = today.CircleOf,
            Attachment = 300,
        };

        var plan = CircleSolver.Solve(tomorrow, Stop.AfterMoves(500_000), cancellation: Cancellation);

        Assert.Empty(CircleChecker.Check(tomorrow, plan.CircleOf));
        Assert.InRange(Enumerable.Range(0, 300).Count(place => plan.CircleOf[place] != today.CircleOf[place]), 0, 9);
    }

    [Fact]
    public void An_extra_circle_asked_beside_the_existing_ones_is_made()
    {
        var problem = Streets.WithKnownAnswer(new Random(3), 100, 5);
        var today = CircleSolver.Solve(problem, Stop.AfterMoves(10_000), cancellation: Cancellation);
        var more = problem with { Circles = 6, Existing = today.CircleOf, Smallest = 1 };

        var plan = CircleSolver.Solve(more, Stop.AfterMoves(100_000), cancellation: Cancellation);

        Assert.Empty(CircleChecker.Check(more, plan.CircleOf));
        Assert.Equal(6, plan.Circles.Length);
    }

    [Fact]
    public void Where_nobody_lives_there_are_no_circles() =>
        Assert.Empty(
            CircleSolver
                .Solve(new CircleProblem([], WalkingGraph.Of(0, []), 3), Stop.AfterMoves(1), cancellation: Cancellation)
                .Circles
        );
}
