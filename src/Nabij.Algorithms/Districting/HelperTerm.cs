namespace Nabij.Algorithms.Districting;

/// <summary>Every circle has its helpers.</summary>
internal static class HelperTerm
{
    /// <summary>How many helpers more circles lack after helpers move from one to another.</summary>
    public static int Delta(int from, int to, int moving, int wanted) =>
        Math.Max(0, wanted - (from - moving))
        - Math.Max(0, wanted - from)
        + Math.Max(0, wanted - (to + moving))
        - Math.Max(0, wanted - to);
}
