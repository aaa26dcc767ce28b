using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>What is known of a whole route.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RouteTotals
{
    /// <summary>Steps, pauses included.</summary>
    public int Length;

    /// <summary>Steps at the beginning that stay.</summary>
    public int Committed;
    public int Tasks;

    /// <summary>Whether it keeps all limits.</summary>
    public bool Rideable;
    public int TravelTime;
    public int Distance;

    /// <summary>Time ridden, served, set up and paused.</summary>
    public int Busy;
    public long Cost;
}

/// <summary>What adds up along a route.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RouteSums
{
    public bool Rideable;
    public int Tasks;
    public int Breaks;
    public int Travel;
    public int Distance;
    public int Busy;
    public int Changes;
    public long Cost;
}
