using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>
/// One step of a route with what an insertion beside it must know: how early it can be done, how late it may be
/// reached, how
/// full the vehicle gets before and after it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Step
{
    /// <summary>A stop (0 and up), a pause of the problem (<c>~pause</c>), or one of the two ends.</summary>
    public int Code;

    /// <summary>Where the vehicle is after it, -1 for nowhere yet.</summary>
    public int Place;

    /// <summary>When it is done at the earliest.</summary>
    public int Done;

    /// <summary>Riding towards the next stop that a pause has already seen to.</summary>
    public int Ridden;

    /// <summary>Latest arrival at the next stop from here on, coming from elsewhere.</summary>
    public int LatestArrival;

    /// <summary>The same, coming from the same location, so that no set-up is needed.</summary>
    public int LatestSame;

    /// <summary>Latest time to be done with what comes before; differs from the above for pauses only.</summary>
    public int LatestTime;

    /// <summary>The same, coming from the location that comes next.</summary>
    public int LatestTimeSame;

    /// <summary>Location of the first stop from this step on, the end of the route included.</summary>
    public int NextPlace;

    /// <summary>
    /// Rank in the familiar order of the last ranked stop up to here, and of the first after here; -1 for none.
    /// </summary>
    public int RankBefore;
    public int RankAfter;
    public fixed int Load[RoundProblem.Loads];
    public fixed int MostBefore[RoundProblem.Loads];
    public fixed int MostAfter[RoundProblem.Loads];

    public const int End = int.MinValue;

    public readonly bool IsStop => Code >= 0;

    public readonly bool IsBreak => Code < 0 && Code != End;

    public readonly int Break => ~Code;
}

/// <summary>
/// How far a vehicle is: done at a time, at a place, part of the way to the next one already ridden.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Progress(int Done, int Ridden, int Place)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Progress After(in Step step) => new(step.Done, step.Ridden, step.Place);
}
