namespace Nabij.Algorithms.Routing.Classic;

/// <content>
/// Moves within one route. The distance decides first, as between routes; time is then found by walking over what
/// lies between
/// the two places, which is short when they are near.
/// </content>
internal sealed unsafe partial class LocalSearch
{
    private bool TryWithin(Node* u, Node* v)
    {
        if (u == v)
            return false;
        var x = u->Next;
        if (v != u->Previous && RelocateWithin(u, u, v))
            return true;
        if (x->Client != 0 && v != x && v != u->Previous && RelocateWithin(u, x, v))
            return true;
        if (v->Client != 0 && u->Client < v->Client && u->Next != v && v->Next != u && SwapWithin(u, v))
            return true;
        return v->Position > u->Position + 1 && ReverseWithin(u, v);
    }

    private Segment Walk(Segment before, Node* last, Node* from, Node* to)
    {
        for (var node = from; ; node = node->Next)
        {
            before = before.Then(Time(last, node), _clients[node->Client]);
            if (node == to)
                return before;
            last = node;
        }
    }

    private Segment WalkBack(Segment before, Node* last, Node* from, Node* to)
    {
        for (var node = from; ; node = node->Previous)
        {
            before = before.Then(Time(last, node), _clients[node->Client]);
            if (node == to)
                return before;
            last = node;
        }
    }

    /// <summary>The stretch <paramref name="u"/>..<paramref name="x"/> (one or two clients) moves behind V.</summary>
    private bool RelocateWithin(Node* u, Node* x, Node* v)
    {
        unchecked
        {
            _evaluations++;
            var p = u->Previous;
            var z = x->Next;
            var y = v->Next;
            var route = _routes + u->Route;
            var delta =
                Distance(p->Client, z->Client)
                - Distance(p->Client, u->Client)
                - Distance(x->Client, z->Client)
                + Distance(v->Client, u->Client)
                + Distance(x->Client, y->Client)
                - Distance(v->Client, y->Client);
            if ((long)delta * Penalties.Scale >= route->Penalty)
                return false;
            Segment before;
            Node* last;
            Node* rest;
            if (v->Position > u->Position)
            {
                before = Walk(Walk(p->Before, p, z, v), v, u, x);
                last = x;
                rest = y;
            }
            else
            {
                before = Walk(Walk(v->Before, v, u, x), x, y, p);
                last = p;
                rest = z;
            }
            var warp = before.WarpWith(Time(last, rest), rest->After);
            if (((long)delta * Penalties.Scale) + PenaltyOf(route->Load, warp) >= route->Penalty)
                return false;
        }
        PutAfter(u, v);
        if (x != u)
            PutAfter(x, u);
        return Applied(u->Route, u->Route);
    }

    /// <summary>Two clients that do not follow each other change places.</summary>
    private bool SwapWithin(Node* u, Node* v)
    {
        if (u->Position > v->Position)
        {
            var swap = u;
            u = v;
            v = swap;
        }
        var p = u->Previous;
        var x = u->Next;
        var q = v->Previous;
        var y = v->Next;
        unchecked
        {
            _evaluations++;
            var route = _routes + u->Route;
            var delta =
                Distance(p->Client, v->Client)
                + Distance(v->Client, x->Client)
                + Distance(q->Client, u->Client)
                + Distance(u->Client, y->Client)
                - Distance(p->Client, u->Client)
                - Distance(u->Client, x->Client)
                - Distance(q->Client, v->Client)
                - Distance(v->Client, y->Client);
            if ((long)delta * Penalties.Scale >= route->Penalty)
                return false;
            var before = Walk(Walk(p->Before, p, v, v), v, x, q);
            before = Walk(before, q, u, u);
            var warp = before.WarpWith(Time(u, y), y->After);
            if (((long)delta * Penalties.Scale) + PenaltyOf(route->Load, warp) >= route->Penalty)
                return false;
        }
        PutAfter(u, v);
        PutAfter(v, p);
        return Applied(u->Route, u->Route);
    }

    /// <summary>2-opt: what comes after U up to and with V is ridden the other way round (Croes, 1958).</summary>
    private bool ReverseWithin(Node* u, Node* v)
    {
        var x = u->Next;
        var y = v->Next;
        unchecked
        {
            _evaluations++;
            var route = _routes + u->Route;
            var delta =
                Distance(u->Client, v->Client)
                + Distance(x->Client, y->Client)
                - Distance(u->Client, x->Client)
                - Distance(v->Client, y->Client);
            if (!_problem.Symmetric)
                delta += TurnedDistance(x, v);
            if ((long)delta * Penalties.Scale >= route->Penalty)
                return false;
            var before = WalkBack(u->Before, u, v, x);
            var warp = before.WarpWith(Time(x, y), y->After);
            if (((long)delta * Penalties.Scale) + PenaltyOf(route->Load, warp) >= route->Penalty)
                return false;
        }
        var after = u;
        for (var node = v; node != x; )
        {
            var previous = node->Previous;
            PutAfter(node, after);
            after = node;
            node = previous;
        }
        return Applied(u->Route, u->Route);
    }

    private int TurnedDistance(Node* from, Node* to)
    {
        var delta = 0;
        for (var node = from; node != to; node = node->Next)
            delta += Distance(node->Next->Client, node->Client) - Distance(node->Client, node->Next->Client);
        return delta;
    }
}
