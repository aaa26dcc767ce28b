using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <content>
/// Moves between two routes. Every one is judged by distance first: a move that does not shorten by more than the
/// penalties
/// of both routes could ever give back is dropped before time is looked at, and most are.
/// </content>
internal sealed unsafe partial class LocalSearch
{
    /// <summary>U and V with the places around them, and the rides that most moves share.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly ref struct Meeting
    {
        public readonly Node* P; // before U
        public readonly Node* U;
        public readonly Node* X; // after U
        public readonly Node* V;
        public readonly Node* Y; // after V
        public readonly RouteState* RouteU;
        public readonly RouteState* RouteV;
        public readonly int PU;
        public readonly int UX;
        public readonly int VY;

        /// <summary>A move must change the scaled distance by less than this.</summary>
        public readonly long Bound;

        public Meeting(LocalSearch search, Node* u, Node* v)
        {
            P = u->Previous;
            U = u;
            X = u->Next;
            V = v;
            Y = v->Next;
            RouteU = search._routes + u->Route;
            RouteV = search._routes + v->Route;
            PU = search.Distance(P->Client, U->Client);
            UX = search.Distance(U->Client, X->Client);
            VY = search.Distance(V->Client, Y->Client);
            Bound = RouteU->Penalty + RouteV->Penalty;
        }
    }

    private bool TryBetween(Node* u, Node* v)
    {
        var meeting = new Meeting(this, u, v);
        if (RelocateOne(meeting) || TailSwap(meeting))
            return true;
        var xIsClient = meeting.X->Client != 0;
        if (xIsClient && (RelocateTwo(meeting, u, meeting.X) || RelocateTwo(meeting, meeting.X, u)))
            return true;
        if (v->Client == 0)
            return false;
        if (u->Client < v->Client && SwapOne(meeting))
            return true;
        return xIsClient
            && (SwapTwoWithOne(meeting) || (u->Client < v->Client && meeting.Y->Client != 0 && SwapTwo(meeting)));
    }

    /// <summary>Whether the change pays, given the penalties that the two routes would have.</summary>
    private static bool Pays(int delta, long penaltyU, long penaltyV, in Meeting m) =>
        unchecked(((long)delta * Penalties.Scale) + penaltyU + penaltyV < m.Bound);
}
