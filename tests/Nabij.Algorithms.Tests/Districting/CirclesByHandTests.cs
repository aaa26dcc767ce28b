using System.Collections.Immutable;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;

namespace Nabij.Algorithms.Tests.Districting;

public class CirclesByHandTests
{
    private static readonly ImmutableArray<int> Halves = [0, 0, 0, 1, 1, 1];

    [Fact]
    public void Moving_number_3_shows_both_circles_before_and_after_at_once()
    {
        var draft = new CircleDraft(Streets.Row(2, 1, 1, 2, 1, 1, 1), Halves);

        var effect = draft.Move([2], 1);

        Assert.Equal(
            (4, 2, 3, 5),
            (effect.FromBefore.Size, effect.FromAfter.Size, effect.ToBefore.Size, effect.ToAfter.Size)
        );
        Assert.True(effect.StayConnected);
        Assert.Equal([2, 5], draft.Plan.Circles.Select(circle => circle.Size));
        Assert.True(effect.ToAfter.MeanDistance > effect.ToBefore.MeanDistance);
    }

    [Fact]
    public void Moving_number_2_would_leave_number_1_cut_off_from_number_3_and_a_preview_says_so()
    {
        var draft = new CircleDraft(Streets.Row(2, 1, 1, 1, 1, 1, 1), Halves);

        Assert.False(draft.Preview([1], 1).StayConnected);

        Assert.Equal(Halves, draft.Plan.CircleOf);
    }

    [Fact]
    public void A_draft_counts_what_a_fresh_count_counts()
    {
        var random = new Random(11);
        var problem = Streets.WithKnownAnswer(random, 80, 5);
        var start = CircleSolver
            .Solve(problem, Stop.AfterMoves(1000), cancellation: TestContext.Current.CancellationToken)
            .CircleOf;
        var draft = new CircleDraft(problem, start);
        for (var move = 0; move < 100; move++)
            draft.Move([random.Next(80)], random.Next(5));

        var fresh = new CircleDraft(problem, draft.Plan.CircleOf).Plan;

        Assert.Equal(fresh.Circles.Select(Counted), draft.Plan.Circles.Select(Counted));
    }

    private static (int, int, int) Counted(Circle circle) => (circle.Places, circle.Size, circle.Helpers);

    [Fact]
    public void Circle_7_has_19_and_two_whole_streets_could_start_7b()
    {
        // Four streets of houses side by side: 5, 5, 5 and 4 seniors.
        var places = Enumerable
            .Range(0, 19)
            .Select(house => new CirclePlace(
                new Spot(house / 5 * 500, house % 5 * 100),
                Seniors: 1,
                Street: 40 + (house / 5)
            ))
            .ToImmutableArray();
        var links = Enumerable
            .Range(0, 19)
            .SelectMany(house => new[] { (house, house + 1), (house, house + 5) })
            .Where(link => link.Item2 < 19 && (link.Item2 - link.Item1 == 5 || link.Item2 % 5 != 0));
        var problem = new CircleProblem(places, WalkingGraph.Of(19, links), 1) { Smallest = 9, Largest = 15 };

        var split = CircleSplit.Propose(problem, [.. Enumerable.Repeat(0, 19)], 0);

        Assert.NotNull(split);
        Assert.Equal([42, 43], split.WholeStreets);
        Assert.Equal((10, 9), (split.Stay.Size, split.Leave.Size));
        Assert.Equal([.. Enumerable.Range(10, 9)], split.Leaving);
    }

    [Fact]
    public void A_circle_of_many_loose_places_is_split_in_two_that_hang_together()
    {
        var problem = Streets.WithKnownAnswer(new Random(2), 60, 2) with { Smallest = 0, Largest = 70 };
        var circleOf = CircleSolver
            .Solve(problem, Stop.AfterMoves(1000), cancellation: TestContext.Current.CancellationToken)
            .CircleOf;

        var split = CircleSplit.Propose(problem, circleOf, 1);

        Assert.NotNull(split);
        var after = circleOf.Select((circle, place) => split.Leaving.Contains(place) ? 2 : circle);
        Assert.Empty(CircleChecker.Check(problem with { Circles = 3 }, [.. after]));
    }

    [Fact]
    public void One_house_cannot_be_split() => Assert.Null(CircleSplit.Propose(Streets.Row(1, 5), [0], 0));

    [Fact]
    public void Each_border_has_its_reason()
    {
        var row = Streets.Row(2, 1, 1, 2, 1, 1, 1);

        Assert.Equal((BorderReasonKind.WouldBeTooSmall, 2, 2), First(row with { Smallest = 3 }, Halves));
        Assert.Equal((BorderReasonKind.WouldBeTooLarge, 2, 5), First(row with { Largest = 4 }, Halves));
        Assert.Equal((BorderReasonKind.FartherToWalk, 2, 200), First(Streets.Row(2, 1, 1, 9, 1, 1, 1), Halves));
        Assert.Equal((BorderReasonKind.CouldMove, 2, 100), First(Streets.Row(2, 9, 1, 1, 9, 1, 1), Halves));
        Assert.Equal(
            (BorderReasonKind.StaysWhereItWas, 2, 100),
            First(Streets.Row(2, 9, 1, 1, 9, 1, 1) with { Existing = Halves, Attachment = 500 }, Halves)
        );
        Assert.Equal((BorderReasonKind.WouldBreakCircle, 0, 1), First(row, [0, 1, 1, 1, 1, 1]));
        Assert.Equal(
            (BorderReasonKind.WouldLackHelpers, 2, 0),
            First(
                row with
                {
                    HelpersACircle = 1,
                    Places = row.Places.SetItem(2, row.Places[2] with { Helpers = 1 }),
                },
                Halves
            )
        );
    }

    [Fact]
    public void The_railway_is_named_where_it_runs_between_two_circles()
    {
        ImmutableArray<Spot> spots = [.. Enumerable.Range(0, 6).Select(house => new Spot(house * 100, 0))];
        var made = Neighbouring.Of(spots, [new WalkingBarrier([new Spot(250, -500), new Spot(250, 500)])], 100_000);
        var problem = Streets.Row(2, 1, 1, 1, 1, 1, 1) with { Walks = made.Walks };
        var plan = CircleSolver.Solve(
            problem,
            Stop.AfterMoves(10),
            cancellation: TestContext.Current.CancellationToken
        );

        var reason = Assert.Single(BorderReasons.Of(problem, plan, made.Cut));

        Assert.Equal((BorderReasonKind.Barrier, 0, 1), (reason.Kind, reason.Barrier, reason.Number));
    }

    /// <summary>The first reason why circle 0 ends where it ends.</summary>
    private static (BorderReasonKind, int, int) First(CircleProblem problem, ImmutableArray<int> circleOf)
    {
        var plan = new CircleDraft(problem, circleOf).Plan;
        var reason = BorderReasons.Of(problem, plan, []).First(reason => reason.Circle == 0);
        return (reason.Kind, reason.Place, reason.Number);
    }
}
