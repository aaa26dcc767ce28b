using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// Brings an individual to a local optimum of the penalised cost with the moves of the folder Moves, each judged in
/// constant
/// time over <see cref="Segment"/>s, tried only towards <see cref="Neighbourhood"/>, and only where a route changed
/// since the
/// last try (Vidal, 2022; with time windows: Kool et al., 2022). Allocates nothing per move.
/// </summary>
internal sealed unsafe partial class LocalSearch
{
    private readonly ClassicProblem _problem;
    private readonly int* _distance;
    private readonly int* _time;
    private readonly Client* _clients;
    private readonly int _width;
    private readonly int _routeCount;
    private readonly Node[] _nodeMemory;
    private readonly RouteState[] _routeMemory;
    private readonly Node* _nodes;
    private readonly RouteState* _routes;
    private readonly int[] _lastTested;
    private readonly int[] _order;
    private readonly int[] _routeOrder;
    private readonly SeededRandom _random;
    private Neighbourhood _near;
    private Penalties _penalties;
    private int _moves;
    private long _evaluations;
    private Node* _emptyStart;

    public LocalSearch(ClassicProblem problem, Neighbourhood near, SeededRandom random)
    {
        _problem = problem;
        _distance = problem.Distance;
        _time = problem.Time;
        _clients = problem.Clients;
        _width = problem.Width;
        _near = near;
        _random = random;
        _routeCount = problem.Vehicles;
        _nodeMemory = GC.AllocateArray<Node>(problem.Count + 1 + (2 * _routeCount), pinned: true);
        _routeMemory = GC.AllocateArray<RouteState>(_routeCount, pinned: true);
        _nodes = (Node*)Marshal.UnsafeAddrOfPinnedArrayElement(_nodeMemory, 0);
        _routes = (RouteState*)Marshal.UnsafeAddrOfPinnedArrayElement(_routeMemory, 0);
        _lastTested = new int[problem.Count + 1];
        _order = [.. Enumerable.Range(1, problem.Count)];
        _routeOrder = [.. Enumerable.Range(0, _routeCount)];
        _swapStar = new SwapStarMemory(problem.Count, _routeCount);
        PrepareNodes();
    }

    /// <summary>Moves judged since the search was made.</summary>
    public long Evaluations => _evaluations;

    /// <summary>Looks farther or nearer from now on.</summary>
    public void LookAt(Neighbourhood near) => _near = near;

    /// <summary>
    /// Improves until no move helps; <paramref name="thorough"/> adds SWAP* between overlapping routes.
    /// </summary>
    public void Run(in Penalties penalties, bool thorough)
    {
        SetPenalties(penalties);
        _random.Shuffle(_order);
        Array.Fill(_lastTested, _moves);
        _moves++;
        for (var r = 0; r < _routeCount; r++)
        {
            _routes[r].Changed = _routes[r].Settled ? _moves - 1 : _moves;
            (_routes[r].Swapped, _routes[r].Settled) = (-1, false);
        }

        do
        {
            ImproveByNodes();
        } while (thorough && ImproveByRoutes());
    }

    /// <summary>
    /// Improves what a run ended with under higher penalties: routes that break nothing have nothing to gain from
    /// each other.
    /// </summary>
    public void Repair(in Penalties penalties, bool thorough)
    {
        for (var r = 0; r < _routeCount; r++)
            _routes[r].Settled = _routes[r].Penalty == 0;
        Run(penalties, thorough);
    }

    private void ImproveByNodes()
    {
        for (var round = 0; ; round++)
        {
            var before = _moves;
            foreach (var client in _order)
            {
                var tested = _lastTested[client];
                _lastTested[client] = _moves;
                ImproveAround(_nodes + client, tested, round > 0);
            }
            if (_moves == before && round > 0)
                return;
        }
    }

    private void ImproveAround(Node* u, int tested, bool mayOpenRoute)
    {
        foreach (var neighbour in _near.Of(u->Client))
        {
            var v = _nodes + neighbour;
            if (_routes[u->Route].Changed <= tested && _routes[v->Route].Changed <= tested)
                continue;
            if (TryMoves(u, v))
                continue;
            if (v->Previous->Client == 0)
                TryMoves(u, v->Previous);
        }
        if (mayOpenRoute && _routes[u->Route].Changed > tested && EmptyRoute() is var empty && empty != null)
            TryMoves(u, empty);
    }

    private Node* EmptyRoute()
    {
        if (_emptyStart != null && _emptyStart->Next->Client == 0)
            return _emptyStart;
        _emptyStart = null;
        for (var r = 0; r < _routeCount && _emptyStart == null; r++)
        {
            if (_routes[r].Count == 0)
                _emptyStart = _routes[r].Start;
        }
        return _emptyStart;
    }

    private bool TryMoves(Node* u, Node* v) => u->Route != v->Route ? TryBetween(u, v) : TryWithin(u, v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Distance(int from, int to) => unchecked(_distance[(from * _width) + to]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Time(int from, int to) => unchecked(_time[(from * _width) + to]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Time(Node* from, Node* to) => unchecked(_time[(from->Client * _width) + to->Client]);

    /// <summary>What a route of this load and warp costs on top of its distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long PenaltyOf(int load, int warp) =>
        unchecked((Math.Max(load - _problem.Capacity, 0) * _penalties.Load) + (warp * _penalties.Warp));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Link(Node* first, Node* second)
    {
        first->Next = second;
        second->Previous = first;
    }

    /// <summary>Takes a node out and puts it after another one.</summary>
    private static void PutAfter(Node* node, Node* after)
    {
        Link(node->Previous, node->Next);
        var next = after->Next;
        Link(after, node);
        Link(node, next);
    }

    private bool Applied(int first, int second)
    {
        _moves++;
        Refresh(first);
        if (second != first)
            Refresh(second);
        return true;
    }
}
