using System.Runtime.CompilerServices;

namespace Nabij.Algorithms.Districting;

/// <summary>What a move would change, from the four terms of the objective.</summary>
internal static class Cost
{
    /// <summary>Whether the move worsens the objective by less than is dared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWorth(Layout layout, int place, int to, float sizePrice, int helperPrice, float dared)
    {
        var (problem, from, weight) = (layout.Problem, layout.CircleOf[place], layout.Weight[place]);
        var farther =
            (long)layout.Far[(to * layout.Places) + place]
            - layout.Far[(from * layout.Places) + place]
            + AttachmentTerm.Delta(layout.Existing[place], from, to, problem.Attachment);
        var outside = SizeTerm.Delta(layout.Size[from], layout.Size[to], weight, problem.Smallest, problem.Largest);
        var lacking = HelperTerm.Delta(
            layout.HelpersIn[from],
            layout.HelpersIn[to],
            layout.Helpers[place],
            problem.HelpersACircle
        );
        return (layout.Pull[place] * farther) + (sizePrice * outside) + (helperPrice * (float)lacking) < dared;
    }
}
