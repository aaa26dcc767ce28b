using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// A place in a route: a client, or the depot at its beginning or end. One cache line, holding the stretches before
/// and after
/// it, so that a move is judged without walking the route.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct Node
{
    public Node* Previous;
    public Node* Next;

    /// <summary>The route up to and with this place.</summary>
    public Segment Before;

    /// <summary>The route from this place on.</summary>
    public Segment After;

    /// <summary>0 for the depot.</summary>
    public int Client;
    public int Route;
    public int Position;

    /// <summary>Load of the route up to and with this place.</summary>
    public int LoadBefore;
}

/// <summary>What is known of a whole route.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RouteState
{
    public Node* Start;
    public Node* End;

    /// <summary>What its excess load and time warp cost.</summary>
    public long Penalty;
    public int Load;
    public int Warp;
    public int Count;

    /// <summary>Number of the move that changed it last.</summary>
    public int Changed;

    /// <summary>Whether no move between it and others like it helped when it was last tried.</summary>
    public bool Settled;

    /// <summary>Number of the last SWAP* that tried it.</summary>
    public int Swapped;

    /// <summary>Sector of the circle around the depot that its clients lie in.</summary>
    public int SectorFrom;
    public int SectorWidth;
}
