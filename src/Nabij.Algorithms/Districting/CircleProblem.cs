using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Nabij.Algorithms.Assignment;

namespace Nabij.Algorithms.Districting;

/// <summary>A place to be put in a circle: an address, a stairwell, a block of a street.</summary>
/// <param name="At">Where it is, in decimetres.</param>
/// <param name="Addresses">How many front doors.</param>
/// <param name="Seniors">How many residents of 75 and over.</param>
/// <param name="SinglePersons">How many one-person households.</param>
/// <param name="Helpers">How many helpers live there.</param>
/// <param name="Street">The street, by the caller's number, so that streets can be kept whole; -1 where
/// unknown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CirclePlace(
    Spot At,
    int Addresses = 1,
    int Seniors = 0,
    int SinglePersons = 0,
    int Helpers = 0,
    int Street = -1
);

/// <summary>How much each thing at a place counts towards the size of a circle.</summary>
/// <param name="Address">For every front door.</param>
/// <param name="Senior">For every resident of 75 and over.</param>
/// <param name="SinglePerson">For every one-person household.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Counting(int Address, int Senior, int SinglePerson)
{
    /// <summary>Only residents of 75 and over count.</summary>
    public static readonly Counting Seniors = new(0, 1, 0);

    /// <summary>What one place counts for.</summary>
    public int Of(CirclePlace place) =>
        (Address * place.Addresses) + (Senior * place.Seniors) + (SinglePerson * place.SinglePersons);
}

/// <summary>How far is far?</summary>
public enum DistanceKind
{
    /// <summary>Along the edges of the walking graph.</summary>
    Walking,

    /// <summary>As the crow flies.</summary>
    Straight,
}

/// <summary>Places to be divided into circles.</summary>
/// <remarks>Every place comes into one circle, each circle hangs together in the walking graph. Sizes within bounds
/// come first, then helpers in every circle, then short distances and staying in the circle that a place already
/// has.</remarks>
/// <param name="Places">The places; their index is their name in every answer.</param>
/// <param name="Walks">Which places are neighbours on foot.</param>
/// <param name="Circles">How many circles. More are made where barriers cut the graph in more parts.</param>
public sealed record CircleProblem(ImmutableArray<CirclePlace> Places, WalkingGraph Walks, int Circles)
{
    /// <summary>What counts towards the size.</summary>
    public Counting Counting { get; init; } = Counting.Seniors;

    /// <summary>The least a circle should hold.</summary>
    public int Smallest { get; init; }

    /// <summary>The most a circle should hold.</summary>
    public int Largest { get; init; } = int.MaxValue;

    /// <summary>How distance to the middle is measured.</summary>
    public DistanceKind Distance { get; init; }

    /// <summary>How many helpers each circle should have.</summary>
    public int HelpersACircle { get; init; }

    /// <summary>The circle each place is in today, -1 for none; empty when all is new.</summary>
    public ImmutableArray<int> Existing { get; init; } = [];

    /// <summary>How many decimetres farther from the middle a place may be, rather than leave its existing
    /// circle.</summary>
    public int Attachment { get; init; }

    /// <summary>What all places together count for.</summary>
    public long TotalSize => Places.Sum(place => (long)Counting.Of(place));

    /// <summary>How many circles give about this size each.</summary>
    public int CirclesOf(int size) => (int)Math.Max(1, (TotalSize + (size / 2)) / size);

    internal static void MustBeWhole(CircleProblem problem)
    {
        if (problem.Walks.Places != problem.Places.Length)
            throw new ArgumentException("The walking graph is of other places.", nameof(problem));
        if (!problem.Existing.IsEmpty && problem.Existing.Length != problem.Places.Length)
            throw new ArgumentException("Existing circles are given for some places only.", nameof(problem));
        if (
            problem.Circles < 1
            || problem.Smallest > problem.Largest
            || problem.Existing.Any(circle => circle >= problem.Circles)
        )
            throw new ArgumentException("The number or the sizes of the circles cannot be.", nameof(problem));
        if (problem.Places.Any(place => problem.Counting.Of(place) is < 0 or > 100_000))
            throw new ArgumentException("A place counts for less than nothing or for too much.", nameof(problem));
    }
}
