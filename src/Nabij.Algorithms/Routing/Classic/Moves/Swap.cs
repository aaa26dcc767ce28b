namespace Nabij.Algorithms.Routing.Classic;

/// <content>Exchanging one or two clients for one or two of another route, each at the other's place.</content>
internal sealed unsafe partial class LocalSearch
{
    private bool SwapOne(in Meeting m)
    {
        unchecked
        {
            _evaluations++;
            var (p, u, x) = (m.P->Client, m.U->Client, m.X->Client);
            var (q, v, y) = (m.V->Previous->Client, m.V->Client, m.Y->Client);
            var delta =
                Distance(p, v) + Distance(v, x) - m.PU - m.UX + Distance(q, u) + Distance(u, y) - Distance(q, v) - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var surplus = _clients[v].Demand - _clients[u].Demand;
            var warpU = m.P->Before.Then(Time(p, v), _clients[v]).WarpWith(Time(v, x), m.X->After);
            var penaltyU = PenaltyOf(m.RouteU->Load + surplus, warpU);
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warpV = m.V->Previous->Before.Then(Time(q, u), _clients[u]).WarpWith(Time(u, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load - surplus, warpV), m))
                return false;
        }
        var routeU = m.U->Route;
        var routeV = m.V->Route;
        var before = m.P;
        PutAfter(m.U, m.V);
        PutAfter(m.V, before);
        return Applied(routeU, routeV);
    }

    /// <summary>U and the client after it for V.</summary>
    private bool SwapTwoWithOne(in Meeting m)
    {
        unchecked
        {
            _evaluations++;
            var last = m.X->Next;
            var (p, u, x, z) = (m.P->Client, m.U->Client, m.X->Client, last->Client);
            var (q, v, y) = (m.V->Previous->Client, m.V->Client, m.Y->Client);
            var delta =
                Distance(p, v)
                + Distance(v, z)
                - m.PU
                - Distance(x, z)
                + Distance(q, u)
                + Distance(x, y)
                - Distance(q, v)
                - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var surplus = _clients[v].Demand - _clients[u].Demand - _clients[x].Demand;
            var warpU = m.P->Before.Then(Time(p, v), _clients[v]).WarpWith(Time(v, z), last->After);
            var penaltyU = PenaltyOf(m.RouteU->Load + surplus, warpU);
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warpV = m
                .V->Previous->Before.Then(Time(q, u), _clients[u])
                .Then(Time(u, x), _clients[x])
                .WarpWith(Time(x, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load - surplus, warpV), m))
                return false;
        }
        var routeU = m.U->Route;
        var routeV = m.V->Route;
        var before = m.P;
        PutAfter(m.U, m.V);
        PutAfter(m.X, m.U);
        PutAfter(m.V, before);
        return Applied(routeU, routeV);
    }

    private bool SwapTwo(in Meeting m)
    {
        unchecked
        {
            _evaluations++;
            var lastU = m.X->Next;
            var lastV = m.Y->Next;
            var (p, u, x, z) = (m.P->Client, m.U->Client, m.X->Client, lastU->Client);
            var (q, v, y, w) = (m.V->Previous->Client, m.V->Client, m.Y->Client, lastV->Client);
            var delta =
                Distance(p, v)
                + Distance(y, z)
                - m.PU
                - Distance(x, z)
                + Distance(q, u)
                + Distance(x, w)
                - Distance(q, v)
                - Distance(y, w);
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var surplus = _clients[v].Demand + _clients[y].Demand - _clients[u].Demand - _clients[x].Demand;
            var warpU = m
                .P->Before.Then(Time(p, v), _clients[v])
                .Then(Time(v, y), _clients[y])
                .WarpWith(Time(y, z), lastU->After);
            var penaltyU = PenaltyOf(m.RouteU->Load + surplus, warpU);
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warpV = m
                .V->Previous->Before.Then(Time(q, u), _clients[u])
                .Then(Time(u, x), _clients[x])
                .WarpWith(Time(x, w), lastV->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load - surplus, warpV), m))
                return false;
        }
        var routeU = m.U->Route;
        var routeV = m.V->Route;
        var before = m.P;
        PutAfter(m.U, m.Y);
        PutAfter(m.X, m.U);
        PutAfter(m.V, before);
        PutAfter(m.Y, m.V);
        return Applied(routeU, routeV);
    }
}
