namespace Nabij.Algorithms.Assignment;

/// <summary>Minimum-cost flow from requests through helpers to one root, by the primal network simplex method on
/// candidate pairs.</summary>
/// <remarks>Every request sends one unit; straight to the root it stays open, through a helper it is served, and the
/// arc from helper to root holds as much as the helper can take. Pairs may be added after a solve: the tree stays a
/// feasible start. W. H. Cunningham (1976), A network simplex method: the leaving arc keeps the tree strongly feasible,
/// so it cannot cycle; entering arcs by block search (P. Kovács 2015, Minimum-cost flow algorithms: an experimental
/// evaluation). Arrays by node and by arc, no objects.</remarks>
internal sealed class NetworkSimplex
{
    private const sbyte InTree = 0,
        Empty = 1,
        Full = -1;
    private const int None = -1;

    private readonly int _requests;
    private readonly int _root;
    private int _arcs;
    private int _next;

    // By arc: the open arcs of the requests, the arcs of the helpers to the root, then the candidate pairs.
    private int[] _from;
    private int[] _to;
    private long[] _cost;
    private sbyte[] _state;
    private int[] _flow;
    private readonly int[] _room;

    // By node: the tree, hanging from the root.
    private readonly int[] _parent;
    private readonly int[] _arcUp;
    private readonly int[] _depth;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _previousSibling;
    private readonly long[] _potential;

    public NetworkSimplex(ReadOnlySpan<long> openCosts, ReadOnlySpan<int> capacities)
    {
        _requests = openCosts.Length;
        _root = _requests + capacities.Length;
        _arcs = _root;
        (_from, _to, _cost, _state, _flow) = (
            new int[_arcs],
            new int[_arcs],
            new long[_arcs],
            new sbyte[_arcs],
            new int[_arcs]
        );
        _room = capacities.ToArray();
        var nodes = _root + 1;
        (_parent, _arcUp, _depth) = (new int[nodes], new int[nodes], new int[nodes]);
        (_firstChild, _nextSibling, _previousSibling) = (new int[nodes], new int[nodes], new int[nodes]);
        _potential = new long[nodes];
        _firstChild.AsSpan().Fill(None);
        (_parent[_root], _arcUp[_root]) = (None, None);
        for (var node = 0; node < _root; node++)
        {
            (_from[node], _to[node]) = (node, _root);
            _arcUp[node] = node;
            if (node < _requests)
                (_cost[node], _flow[node], _potential[node]) = (openCosts[node], 1, openCosts[node]);
            Hang(node, _root);
            _depth[node] = 1;
        }
    }

    /// <summary>Number of pivots so far.</summary>
    public long Pivots { get; private set; }

    /// <summary>What serving the request is worth: its dual price.</summary>
    public long RequestPrice(int request) => _potential[request] - _potential[_root];

    /// <summary>The dual price of the helper, zero or less where their room is what is scarce.</summary>
    public long HelperPrice(int helper) => Math.Min(0, _potential[_root] - _potential[_requests + helper]);

    /// <summary>Makes room for this many pairs more.</summary>
    public void Reserve(int pairs)
    {
        var size = Math.Max(_arcs + pairs, _arcs + (_arcs / 2));
        if (_arcs + pairs <= _from.Length)
            return;
        Array.Resize(ref _from, size);
        Array.Resize(ref _to, size);
        Array.Resize(ref _cost, size);
        Array.Resize(ref _state, size);
        Array.Resize(ref _flow, size);
    }

    /// <summary>Adds a candidate pair.</summary>
    public void Add(int request, int helper, int cost)
    {
        if (_room[helper] == 0)
            return;
        if (_arcs == _from.Length)
            Reserve(1024);
        (_from[_arcs], _to[_arcs], _cost[_arcs], _state[_arcs]) = (request, _requests + helper, cost, Empty);
        _arcs++;
    }

    /// <summary>Writes the helper of each request, or <see cref="Assigned.Nobody"/>.</summary>
    public void ReadHelpers(Span<int> helperOf)
    {
        helperOf.Fill(Assigned.Nobody);
        for (var arc = _root; arc < _arcs; arc++)
            if (_flow[arc] > 0)
                helperOf[_from[arc]] = _to[arc] - _requests;
    }

    /// <summary>Pivots until no arc has a reduced cost that would save.</summary>
    public void Solve(CancellationToken cancellation)
    {
        while (Entering() is >= 0 and var arc)
        {
            Pivot(arc);
            if ((++Pivots & 1023) == 0)
                cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The best arc of the first block, from where the last search ended, that holds one that saves.</summary>
    private int Entering()
    {
        var block = Math.Max(64, (int)Math.Sqrt(_arcs));
        var (best, saving, left) = (None, 0L, block);
        for (var looked = 0; looked < _arcs; looked++)
        {
            if (_next >= _arcs)
                _next = 0;
            var arc = _next++;
            var reduced = _state[arc] * (_cost[arc] - _potential[_from[arc]] + _potential[_to[arc]]);
            if (reduced < saving)
                (best, saving) = (arc, reduced);
            if (--left > 0)
                continue;
            if (best != None)
                return best;
            left = block;
        }
        return best;
    }

    private void Pivot(int arc)
    {
        var (first, second) = _state[arc] == Empty ? (_from[arc], _to[arc]) : (_to[arc], _from[arc]);
        var top = Join(first, second);
        var (change, leaving, onFirst) = Blocking(arc, first, second, top);
        if (change > 0)
            Push(arc, change, top);
        if (leaving == None)
        {
            _state[arc] = (sbyte)-_state[arc];
            return;
        }
        var out_ = _arcUp[leaving];
        _state[out_] = _flow[out_] == 0 ? Empty : Full;
        _state[arc] = InTree;
        var (inner, outer) = onFirst ? (first, second) : (second, first);
        Rehang(inner, outer, leaving, arc);
        Refresh(inner);
    }

    private int Join(int one, int other)
    {
        while (one != other)
        {
            if (_depth[one] >= _depth[other])
                one = _parent[one];
            else
                other = _parent[other];
        }
        return one;
    }

    /// <summary>How much can go round, and the node whose arc upwards stops it first: the last such one on the way
    /// round from the top.</summary>
    private (int Change, int Leaving, bool OnFirst) Blocking(int arc, int first, int second, int top)
    {
        var (change, leaving, onFirst) = (RoomOf(arc), None, true);
        for (var node = first; node != top; node = _parent[node])
        {
            var up = _arcUp[node];
            var slack = _from[up] == node ? _flow[up] : RoomOf(up) - _flow[up];
            if (slack < change)
                (change, leaving) = (slack, node);
        }
        for (var node = second; node != top; node = _parent[node])
        {
            var up = _arcUp[node];
            var slack = _from[up] == node ? RoomOf(up) - _flow[up] : _flow[up];
            if (slack <= change)
                (change, leaving, onFirst) = (slack, node, false);
        }
        return (change, leaving, onFirst);
    }

    /// <summary>Arcs of a request need no bound: no more than one unit ever comes in. Above any flow, so that they
    /// never block.</summary>
    private int RoomOf(int arc) => arc >= _requests && arc < _root ? _room[arc - _requests] : int.MaxValue / 2;

    private void Push(int arc, int change, int top)
    {
        var along = _state[arc] * change;
        _flow[arc] += along;
        for (var node = _from[arc]; node != top; node = _parent[node])
            _flow[_arcUp[node]] += _from[_arcUp[node]] == node ? -along : along;
        for (var node = _to[arc]; node != top; node = _parent[node])
            _flow[_arcUp[node]] += _from[_arcUp[node]] == node ? along : -along;
    }

    /// <summary>Cuts the subtree under <paramref name="leaving"/> and hangs it, turned, from <paramref name="outer"/>
    /// by the new arc.</summary>
    private void Rehang(int inner, int outer, int leaving, int arc)
    {
        var (node, newParent, newArc) = (inner, outer, arc);
        while (true)
        {
            var (oldParent, oldArc) = (_parent[node], _arcUp[node]);
            Cut(node);
            Hang(node, newParent);
            _arcUp[node] = newArc;
            if (node == leaving)
                return;
            (newParent, newArc, node) = (node, oldArc, oldParent);
        }
    }

    private void Hang(int node, int parent)
    {
        var sibling = _firstChild[parent];
        (_parent[node], _previousSibling[node], _nextSibling[node]) = (parent, None, sibling);
        if (sibling != None)
            _previousSibling[sibling] = node;
        _firstChild[parent] = node;
    }

    private void Cut(int node)
    {
        var (before, after) = (_previousSibling[node], _nextSibling[node]);
        if (before == None)
            _firstChild[_parent[node]] = after;
        else
            _nextSibling[before] = after;
        if (after != None)
            _previousSibling[after] = before;
    }

    /// <summary>Depths and potentials of a subtree that was moved.</summary>
    private void Refresh(int top)
    {
        var up = _arcUp[top];
        var shift =
            _from[up] == top
                ? _potential[_to[up]] + _cost[up] - _potential[top]
                : _potential[_from[up]] - _cost[up] - _potential[top];
        var node = top;
        while (true)
        {
            _depth[node] = _depth[_parent[node]] + 1;
            _potential[node] += shift;
            if (_firstChild[node] is >= 0 and var child)
            {
                node = child;
                continue;
            }
            while (node != top && _nextSibling[node] == None)
                node = _parent[node];
            if (node == top)
                return;
            node = _nextSibling[node];
        }
    }
}
