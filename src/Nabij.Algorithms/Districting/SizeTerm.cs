namespace Nabij.Algorithms.Districting;

/// <summary>Circles hold no more and no less than they should.</summary>
internal static class SizeTerm
{
    /// <summary>How much a size is above or below its bounds.</summary>
    public static int Outside(int size, int smallest, int largest) =>
        Math.Max(0, size - largest) + Math.Max(0, smallest - size);

    /// <summary>What a move of this weight changes.</summary>
    public static int Delta(int from, int to, int weight, int smallest, int largest) =>
        Outside(from - weight, smallest, largest)
        - Outside(from, smallest, largest)
        + Outside(to + weight, smallest, largest)
        - Outside(to, smallest, largest);
}
