using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>One circle of a plan.</summary>
/// <param name="Middle">The place from which the others are nearest, counted by size: where to meet.</param>
/// <param name="Places">How many places.</param>
/// <param name="Size">What they count for.</param>
/// <param name="Helpers">How many helpers live in it.</param>
/// <param name="MeanDistance">Mean distance to the middle in decimetres, counted by size.</param>
public sealed record Circle(int Middle, int Places, int Size, int Helpers, double MeanDistance);

/// <summary>A division into circles.</summary>
/// <param name="CircleOf">Per place its circle.</param>
/// <param name="Circles">The circles.</param>
/// <param name="Moves">How many moves were tried.</param>
/// <param name="Accepted">How many of them were made.</param>
public sealed record CirclePlan(ImmutableArray<int> CircleOf, ImmutableArray<Circle> Circles, long Moves, long Accepted)
{
    /// <summary>Mean distance to the middle of the own circle over all, in decimetres, counted by size.</summary>
    public double MeanDistance =>
        Circles.Sum(circle => circle.MeanDistance * circle.Size)
        / Math.Max(1, Circles.Sum(circle => (long)circle.Size));

    /// <summary>How much circles together hold too much or too little for the bounds of the problem.</summary>
    public long OutsideBounds(CircleProblem problem) =>
        Circles.Sum(circle =>
            Math.Max(0L, (long)circle.Size - problem.Largest) + Math.Max(0L, problem.Smallest - circle.Size)
        );
}

/// <summary>How far the search is.</summary>
/// <param name="Share">The share of its time, from 0 to 1.</param>
/// <param name="Moves">Moves tried.</param>
/// <param name="OutsideBounds">What circles now hold too much or too little together.</param>
/// <param name="MeanDistance">Mean distance to the middle now, in decimetres.</param>
public sealed record CircleProgress(double Share, long Moves, long OutsideBounds, double MeanDistance);
