using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <content>
/// SWAP*: two clients of two routes change route, each to the best place there, wherever the other stood (Vidal,
/// 2022). Only
/// the three best places per client and route are remembered; the best candidate of a pair of routes is then tried
/// for real.
/// </content>
internal sealed unsafe partial class LocalSearch
{
    private readonly SwapStarMemory _swapStar;

    private bool ImproveByRoutes()
    {
        var before = _moves;
        _random.Shuffle(_routeOrder);
        foreach (var first in _routeOrder)
        {
            var tested = _routes[first].Swapped;
            _routes[first].Swapped = _moves;
            if (_routes[first].Count == 0)
                continue;
            for (var second = 0; second < _routeCount; second++)
            {
                if (
                    first < second
                    && _routes[second].Count > 0
                    && MayOverlap(first, second)
                    && Math.Max(_routes[first].Changed, _routes[second].Changed) > tested
                )
                {
                    SwapStar(first, second);
                }
            }
        }
        return _moves != before;
    }

    private bool MayOverlap(int first, int second)
    {
        if (_problem.Angles == null)
            return true;
        var a = _routes + first;
        var b = _routes + second;
        return ((b->SectorFrom - a->SectorFrom) & 65535) <= a->SectorWidth
            || ((a->SectorFrom - b->SectorFrom) & 65535) <= b->SectorWidth;
    }

    private bool SwapStar(int first, int second)
    {
        FindPlaces(first, second);
        FindPlaces(second, first);
        var best = default(SwapCandidate);
        for (var u = _routes[first].Start->Next; u->Client != 0; u = u->Next)
        {
            for (var v = _routes[second].Start->Next; v->Client != 0; v = v->Next)
                Weigh(u, v, ref best);
        }
        return best.Gain < 0 && ApplySwap(best);
    }

    private void Weigh(Node* u, Node* v, ref SwapCandidate best)
    {
        unchecked
        {
            _evaluations++;
            var first = _routes + u->Route;
            var second = _routes + v->Route;
            var surplus = _clients[v->Client].Demand - _clients[u->Client].Demand;
            var gain =
                _swapStar.Removal[u->Client]
                + _swapStar.Removal[v->Client]
                + PenaltyOf(first->Load + surplus, 0)
                - PenaltyOf(first->Load, 0)
                + PenaltyOf(second->Load - surplus, 0)
                - PenaltyOf(second->Load, 0);
            if (gain >= best.Gain)
                return;
            gain += CheapestPlace(u, v, out var placeU);
            if (gain >= best.Gain)
                return;
            gain += CheapestPlace(v, u, out var placeV);
            if (gain < best.Gain)
                best = new SwapCandidate(gain, u, v, placeU, placeV);
        }
    }

    /// <summary>Cheapest place for a client in the other's route, the other gone.</summary>
    private long CheapestPlace(Node* client, Node* gone, out Node* place)
    {
        unchecked
        {
            var c = client->Client;
            var p = gone->Previous;
            var n = gone->Next;
            var delta = Distance(p->Client, c) + Distance(c, n->Client) - Distance(p->Client, n->Client);
            var warp = p->Before.Then(Time(p->Client, c), _clients[c]).WarpWith(Time(c, n->Client), n->After);
            var cost =
                ((long)delta * Penalties.Scale) + ((warp - p->Before.WarpWith(Time(p, n), n->After)) * _penalties.Warp);
            place = p;
            ref var places = ref _swapStar.Places(gone->Route, c);
            for (var i = 0; i < ThreePlaces.Count; i++)
            {
                var after = (Node*)places.After[i];
                if (after == null || after == gone || after->Next == gone)
                    continue;
                if (places.Cost[i] < cost)
                {
                    place = after;
                    cost = places.Cost[i];
                }
                break;
            }
            return cost;
        }
    }

    /// <summary>
    /// What leaving gives back, and the three best places in the other route, for each client of a route.
    /// </summary>
    private void FindPlaces(int of, int into)
    {
        unchecked
        {
            var route = _routes + of;
            var other = _routes + into;
            for (var node = route->Start->Next; node->Client != 0; node = node->Next)
            {
                var (p, c, n) = (node->Previous->Client, node->Client, node->Next->Client);
                var warp = node->Previous->Before.WarpWith(Time(p, n), node->Next->After);
                _swapStar.Removal[c] =
                    ((long)(Distance(p, n) - Distance(p, c) - Distance(c, n)) * Penalties.Scale)
                    + ((warp - route->Warp) * _penalties.Warp);
                ref var places = ref _swapStar.Places(into, c);
                if (places.Stamp >= other->Changed)
                    continue;
                places.Clear(_moves);
                for (var after = other->Start; after != other->End; after = after->Next)
                {
                    var next = after->Next;
                    var delta =
                        Distance(after->Client, c) + Distance(c, next->Client) - Distance(after->Client, next->Client);
                    var scaled = (long)delta * Penalties.Scale;
                    if (scaled - (other->Warp * _penalties.Warp) >= places.Worst)
                        continue;
                    var with = after
                        ->Before.Then(Time(after->Client, c), _clients[c])
                        .WarpWith(Time(c, next->Client), next->After);
                    places.Offer(scaled + ((with - other->Warp) * _penalties.Warp), after);
                }
            }
        }
    }

    private bool ApplySwap(in SwapCandidate swap)
    {
        var u = swap.U;
        var v = swap.V;
        var first = u->Route;
        var second = v->Route;
        var beforeU = u->Previous;
        var beforeV = v->Previous;
        var cost = ScaledCost(first) + ScaledCost(second);
        var changed = (_routes[first].Changed, _routes[second].Changed);
        Unlink(u);
        Unlink(v);
        InsertAfter(u, swap.PlaceU);
        InsertAfter(v, swap.PlaceV);
        Applied(first, second);
        if (ScaledCost(first) + ScaledCost(second) < cost)
            return true;

        Unlink(u);
        Unlink(v);
        InsertAfter(u, beforeU);
        InsertAfter(v, beforeV);
        _moves--;
        Refresh(first);
        Refresh(second);
        (_routes[first].Changed, _routes[second].Changed) = changed;
        return false;
    }

    private long ScaledCost(int route)
    {
        long distance = 0;
        var node = _routes[route].Start;
        do
        {
            distance += Distance(node->Client, node->Next->Client);
            node = node->Next;
        } while (node->Client != 0);
        return (distance * Penalties.Scale) + _routes[route].Penalty;
    }

    private static void Unlink(Node* node) => Link(node->Previous, node->Next);

    private static void InsertAfter(Node* node, Node* after)
    {
        var next = after->Next;
        Link(after, node);
        Link(node, next);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct SwapCandidate(long gain, Node* u, Node* v, Node* placeU, Node* placeV)
    {
        public readonly long Gain = gain;
        public readonly Node* U = u;
        public readonly Node* V = v;

        /// <summary>U goes behind this.</summary>
        public readonly Node* PlaceU = placeU;
        public readonly Node* PlaceV = placeV;
    }

    /// <summary>The three cheapest places for one client in one route.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ThreePlaces
    {
        public const int Count = 3;
        public fixed long Cost[Count];
        public fixed long After[Count];

        /// <summary>Number of the move after which this was found.</summary>
        public int Stamp;

        public long Worst => Cost[Count - 1];

        public void Clear(int stamp)
        {
            Stamp = stamp;
            for (var i = 0; i < Count; i++)
                (Cost[i], After[i]) = (long.MaxValue, 0);
        }

        public void Offer(long cost, Node* after)
        {
            if (cost >= Cost[Count - 1])
                return;
            var i = Count - 1;
            for (; i > 0 && Cost[i - 1] > cost; i--)
                (Cost[i], After[i]) = (Cost[i - 1], After[i - 1]);
            (Cost[i], After[i]) = (cost, (long)after);
        }
    }

    private sealed class SwapStarMemory(int clients, int routes)
    {
        private readonly ThreePlaces[] _places = new ThreePlaces[(clients + 1) * routes];

        public long[] Removal { get; } = new long[clients + 1];

        public ref ThreePlaces Places(int route, int client) => ref _places[(route * (clients + 1)) + client];
    }
}
