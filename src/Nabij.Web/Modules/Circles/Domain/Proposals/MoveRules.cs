using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>What a person may move in a proposal. Making a circle too large, or letting it fall apart, they may: the page says that it is so.</summary>
public static class MoveRules
{
    /// <summary>Why these front doors may not go to this circle, or null. The page asks too.</summary>
    public static Refusal? Refusal(ProposalSketch sketch, IReadOnlyList<ProposedPlace> moved, int to)
    {
        if (moved.Count == 0 || sketch.Find(moved[0].Circle) is not { } from)
            return new NothingToMove();
        if (sketch.Find(to) is not { } enters || enters == from || !sketch.NextTo(from.Number).Contains(enters))
            return new CircleIsNotBeside();
        if (from.Became is not null || enters.Became is not null)
            return new CircleWasTakenOver();
        return moved.Count == from.Doors && from.Continues is not null ? new CircleWouldBeEmpty() : null;
    }
}
