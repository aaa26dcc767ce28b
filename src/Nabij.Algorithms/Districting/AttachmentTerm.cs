namespace Nabij.Algorithms.Districting;

/// <summary>A place would rather stay in the circle it has.</summary>
internal static class AttachmentTerm
{
    /// <summary>How many decimetres, per unit of size, a move feels longer: leaving costs, coming back
    /// repays.</summary>
    public static int Delta(int existing, int from, int to, int attachment) =>
        existing == from ? attachment
        : existing == to ? -attachment
        : 0;
}
