namespace Nabij.Kernel;

/// <summary>A count of people that is not shown: of fewer than five, somebody could be recognised.</summary>
public static class SmallNumber
{
    /// <summary>The smallest count that is shown. Nobody is no small number.</summary>
    public const int Smallest = 5;

    public static bool IsFew(int people) => people is > 0 and < Smallest;
}
