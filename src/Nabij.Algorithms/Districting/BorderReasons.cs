using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>Why a border runs where it does.</summary>
public enum BorderReasonKind
{
    /// <summary>A barrier lies between; the number tells how many neighbours it keeps apart.</summary>
    Barrier,

    /// <summary>Without the place its circle would fall apart.</summary>
    WouldBreakCircle,

    /// <summary>The circle it leaves would be left with the number.</summary>
    WouldBeTooSmall,

    /// <summary>The circle it enters would hold the number.</summary>
    WouldBeTooLarge,

    /// <summary>The circle it leaves would keep the number of helpers, too few.</summary>
    WouldLackHelpers,

    /// <summary>The place is in this circle already, and the number of decimetres farther is not worth leaving
    /// it.</summary>
    StaysWhereItWas,

    /// <summary>The other middle is the number of decimetres farther.</summary>
    FartherToWalk,

    /// <summary>The other middle is the number of decimetres nearer: the place could go over.</summary>
    CouldMove,
}

/// <summary>One reason for the border between two circles.</summary>
/// <param name="Circle">The circle that keeps the place.</param>
/// <param name="Other">The circle on the other side.</param>
/// <param name="Kind">Why.</param>
/// <param name="Place">The place that shows it best, -1 for a barrier.</param>
/// <param name="Number">What the kind says.</param>
/// <param name="Barrier">The index of the barrier, -1 where it is none.</param>
/// <param name="Places">For how many places along this border it holds.</param>
public sealed record BorderReason(
    int Circle,
    int Other,
    BorderReasonKind Kind,
    int Place,
    int Number,
    int Barrier,
    int Places
);

/// <summary>The reasons for every border of a plan, to be put in words.</summary>
public static class BorderReasons
{
    /// <summary>Per ordered pair of neighbouring circles, the reasons that hold for most places first.</summary>
    /// <param name="problem">What is divided.</param>
    /// <param name="plan">The division.</param>
    /// <param name="cut">Neighbours that barriers keep apart, see <see cref="Neighbouring"/>.</param>
    public static ImmutableArray<BorderReason> Of(CircleProblem problem, CirclePlan plan, ImmutableArray<CutLink> cut)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var layout = new Layout(problem, plan.Circles.Length);
        layout.Take(plan.CircleOf.AsSpan());
        return
        [
            .. AlongLinks(layout)
                .Concat(AlongBarriers(plan, cut))
                .OrderBy(reason => reason.Circle)
                .ThenBy(reason => reason.Other)
                .ThenByDescending(reason => reason.Places),
        ];
    }

    private static IEnumerable<BorderReason> AlongLinks(Layout layout) =>
        from pair in Enumerable
            .Range(0, layout.Places)
            .SelectMany(place => layout.Links.Of(place).ToArray().Select(next => (place, Other: layout.CircleOf[next])))
            .Where(pair => pair.Other != layout.CircleOf[pair.place])
            .Distinct()
        let reason = WhyNot(layout, pair.place, pair.Other)
        group reason by (reason.Circle, reason.Other, reason.Kind) into same
        select Clearest(same.Key.Kind, same) with
        {
            Places = same.Count(),
        };

    private static IEnumerable<BorderReason> AlongBarriers(CirclePlan plan, ImmutableArray<CutLink> cut) =>
        from link in cut
        let one = plan.CircleOf[link.One]
        let other = plan.CircleOf[link.Other]
        where one != other
        group link by (Math.Min(one, other), Math.Max(one, other), link.Barrier) into same
        select new BorderReason(
            same.Key.Item1,
            same.Key.Item2,
            BorderReasonKind.Barrier,
            -1,
            same.Count(),
            same.Key.Barrier,
            same.Count()
        );

    /// <summary>The first thing that speaks against one place going over; the order is that of the objective.</summary>
    private static BorderReason WhyNot(Layout layout, int place, int to)
    {
        var (problem, from, weight) = (layout.Problem, layout.CircleOf[place], layout.Weight[place]);
        var farther = layout.Far[(to * layout.Places) + place] - layout.Far[(from * layout.Places) + place];
        var (left, entered) = (layout.Size[from] - weight, layout.Size[to] + weight);
        var helpersLeft = layout.HelpersIn[from] - layout.Helpers[place];
        var (kind, number) = (layout, place) switch
        {
            _ when layout.Count[from] == 1 || !layout.Links.HangsTogetherWithout(place, layout.CircleOf) => (
                BorderReasonKind.WouldBreakCircle,
                layout.Count[from]
            ),
            _ when left < problem.Smallest && weight > 0 => (BorderReasonKind.WouldBeTooSmall, left),
            _ when entered > problem.Largest && weight > 0 => (BorderReasonKind.WouldBeTooLarge, entered),
            _ when helpersLeft < problem.HelpersACircle && layout.Helpers[place] > 0 => (
                BorderReasonKind.WouldLackHelpers,
                helpersLeft
            ),
            _ when farther >= 0 => (BorderReasonKind.FartherToWalk, farther),
            _ when layout.Existing[place] == from && farther + problem.Attachment >= 0 => (
                BorderReasonKind.StaysWhereItWas,
                -farther
            ),
            _ => (BorderReasonKind.CouldMove, -farther),
        };
        return new BorderReason(from, to, kind, place, number, -1, 1);
    }

    private static BorderReason Clearest(BorderReasonKind kind, IEnumerable<BorderReason> same) =>
        kind == BorderReasonKind.WouldBeTooSmall
            ? same.MinBy(reason => reason.Number)!
            : same.MaxBy(reason => reason.Number)!;
}
