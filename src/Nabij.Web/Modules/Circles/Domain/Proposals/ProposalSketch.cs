using System.Collections.Immutable;
using Nabij.Algorithms.Districting;
using Nabij.Kernel;
using Figures = Nabij.Algorithms.Districting.Circle;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>A proposal as it stands now: its circles with their figures, and what moving a front door would do.</summary>
public sealed class ProposalSketch
{
    private readonly DividedGround ground;
    private readonly IReadOnlyDictionary<string, string> names;
    private readonly CircleDraft draft;
    private readonly Lazy<ImmutableArray<BorderReason>> reasons;
    private readonly ILookup<int, int> placesOf;
    private readonly ILookup<int, int> nextTo;

    public ProposalSketch(CircleProposal proposal, IReadOnlyList<ProposedPlace> places, IReadOnlyList<ProposedCircle> circles, DoorCounts counts)
    {
        (Proposal, Places, names) = (proposal, places, counts.BuurtNames);
        ImmutableArray<int> circleOf = [.. places.Select(p => p.Circle)];
        var there = circles.Where(c => c.Continues is not null).Select(c => c.Number).ToHashSet();
        ground = DividedGround.Of(proposal, places, counts, [.. circleOf.Select(c => there.Contains(c) ? c : -1)], circles.Count);
        draft = new CircleDraft(ground.Problem, circleOf);
        reasons = new(() => BorderReasons.Of(ground.Problem, draft.Plan, ground.Cut));
        placesOf = Enumerable.Range(0, places.Count).ToLookup(place => circleOf[place]);
        nextTo = Pairs(circleOf).Distinct().OrderBy(pair => pair.Other).ToLookup(pair => pair.One, pair => pair.Other);
        var broken = CircleChecker.Check(ground.Problem, circleOf).Where(f => f.Kind is CircleFaultKind.NotConnected).ToDictionary(f => f.Circle, f => f.Number);
        var plan = draft.Plan;
        Circles = [.. circles.Where(c => placesOf.Contains(c.Number)).OrderBy(c => c.Number).Select(c => Sketched(c, plan.Circles[c.Number], broken.GetValueOrDefault(c.Number, 1)))];
        Barriers = BarrierLine.Read(proposal.Barriers);
    }

    public CircleProposal Proposal { get; }

    public IReadOnlyList<ProposedPlace> Places { get; }

    public IReadOnlyList<BarrierLine> Barriers { get; }

    /// <summary>The circles with at least one front door.</summary>
    public IReadOnlyList<SketchedCircle> Circles { get; }

    /// <summary>Which front doors are neighbours on foot, each pair once.</summary>
    public IEnumerable<(ProposedPlace One, ProposedPlace Other)> Links =>
        from one in Enumerable.Range(0, Places.Count)
        from other in ground.Problem.Walks.Of(one).ToArray()
        where one < other
        select (Places[one], Places[other]);

    /// <summary>The buurten with a circle in them, in the order of their codes.</summary>
    public IReadOnlyList<string> Buurten => [.. Circles.Select(c => c.Buurt).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What a buurt is called; null outside the buurten.</summary>
    public string? NameOf(string buurt) => names.GetValueOrDefault(buurt);

    public SketchedCircle? Find(int number) => Circles.FirstOrDefault(c => c.Number == number);

    public IEnumerable<ProposedPlace> PlacesOf(int circle) => placesOf[circle].Select(place => Places[place]);

    /// <summary>The circles next to this one, over a border or a barrier.</summary>
    public IEnumerable<SketchedCircle> NextTo(int circle) => nextTo[circle].Select(Find).OfType<SketchedCircle>();

    /// <summary>Why the border with each circle beside it runs where it does, at most two reasons a border.</summary>
    public IEnumerable<BorderReason> BordersOf(int circle) =>
        reasons.Value.Where(r => r.Circle == circle || (r.Kind is BorderReasonKind.Barrier && r.Other == circle))
            .Select(r => r.Circle == circle ? r : r with { Circle = circle, Other = r.Circle })
            .GroupBy(r => r.Other)
            .OrderBy(border => border.Key)
            .SelectMany(border => border.OrderBy(r => r.Kind is not BorderReasonKind.Barrier).Take(2));

    /// <summary>What moving these front doors of one circle would do.</summary>
    public MoveEffect Effect(IEnumerable<ProposedPlace> moved, int to)
    {
        ImmutableArray<int> numbers = [.. moved.Select(p => p.Number)];
        var from = Places[numbers[0]].Circle;
        var effect = draft.Preview(numbers, to);
        return new(
            Measures(from, effect.FromBefore),
            Measures(from, effect.FromAfter),
            Measures(to, effect.ToBefore),
            Measures(to, effect.ToAfter),
            effect.StayConnected
        );
    }

    /// <summary>'Circle 7 has 19: these two streets could start one.' Null when it is not too large, or cannot be parted.</summary>
    public SplitIdea? SplitOf(SketchedCircle circle)
    {
        if (!circle.IsTooLarge || circle.Became is not null)
            return null;
        var split = CircleSplit.Propose(ground.Problem, [.. Places.Select(p => p.Circle)], circle.Number);
        return split is null
            ? null
            : new(circle, [.. split.Leaving.Select(place => Places[place])], Measures(circle.Number, split.Stay), Measures(circle.Number, split.Leave));
    }

    /// <summary>The circles of a buurt that are still to be taken over.</summary>
    public IReadOnlyList<SketchedCircle> ToTakeOver(string buurt) => [.. Circles.Where(c => c.Buurt == buurt && c.Became is null)];

    /// <summary>Why this buurt cannot be taken over, or null. The page asks too.</summary>
    public Refusal? RefusalOfTakingOver(string buurt) =>
        Proposal.State is not ProposalState.Ready ? new ProposalIsNotReady()
        : Proposal.IsSketch ? new SketchHasNoFrontDoors()
        : ToTakeOver(buurt).Count == 0 ? new NothingToTakeOver()
        : null;

    private IEnumerable<(int One, int Other)> Pairs(ImmutableArray<int> circleOf) =>
        Enumerable
            .Range(0, Places.Count)
            .SelectMany(place => ground.Problem.Walks.Of(place).ToArray().Select(next => (circleOf[place], circleOf[next])))
            .Concat(ground.Cut.SelectMany(cut => new[] { (circleOf[cut.One], circleOf[cut.Other]), (circleOf[cut.Other], circleOf[cut.One]) }))
            .Where(pair => pair.Item1 != pair.Item2);

    private SketchedCircle Sketched(ProposedCircle circle, Figures figures, int pieces)
    {
        var places = PlacesOf(circle.Number).ToList();
        return new(
            circle.Number,
            circle.Name.Length > 0 ? circle.Name : CircleNames.Of(places),
            places.CountBy(p => p.Buurt, StringComparer.Ordinal).OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).First().Key,
            Measures(circle.Number, figures),
            places.Count,
            Places[figures.Middle],
            pieces,
            circle.Continues,
            circle.Became
        )
        {
            Smallest = Proposal.Smallest,
            Largest = Proposal.Largest,
        };
    }

    private static CircleMeasures Measures(int number, Figures figures) =>
        new(number, SeniorsEstimate.Whole(figures.Size), figures.Helpers, (int)Math.Round(figures.MeanDistance / 10), figures.Places);
}

/// <summary>The figures of a circle, before or after a move.</summary>
/// <param name="Number">From nought; people see one more.</param>
/// <param name="Seniors">Residents of 75 and over, about.</param>
/// <param name="Helpers">Of whom we know that they like to help.</param>
/// <param name="Metres">How far it is on foot to the middle, on average.</param>
/// <param name="Doors">Front doors.</param>
public sealed record CircleMeasures(int Number, int Seniors, int Helpers, int Metres, int Doors);

/// <summary>A circle of a proposal.</summary>
public sealed record SketchedCircle(
    int Number,
    string Name,
    string Buurt,
    CircleMeasures Measures,
    int Doors,
    ProposedPlace Middle,
    int Pieces,
    CircleId? Continues,
    CircleId? Became
)
{
    public int Smallest { get; init; }
    public int Largest { get; init; }

    /// <summary>As people see it.</summary>
    public int Shown => Number + 1;

    public bool HangsTogether => Pieces == 1;
    public bool IsTooLarge => Measures.Seniors > Largest;
    public bool IsTooSmall => Measures.Seniors < Smallest;
}

/// <summary>What a move does to the circle that front doors leave and the one that they enter.</summary>
public sealed record MoveEffect(CircleMeasures FromBefore, CircleMeasures FromAfter, CircleMeasures ToBefore, CircleMeasures ToAfter, bool StayConnected);

/// <summary>How a circle that is too large could become two.</summary>
public sealed record SplitIdea(SketchedCircle Of, IReadOnlyList<ProposedPlace> Leaving, CircleMeasures Stay, CircleMeasures Leave)
{
    /// <summary>The streets of which front doors would leave.</summary>
    public IReadOnlyList<string> Streets => [.. Leaving.Select(p => p.Street).Distinct(StringComparer.Ordinal)];
}
