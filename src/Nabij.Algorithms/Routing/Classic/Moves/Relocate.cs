namespace Nabij.Algorithms.Routing.Classic;

/// <content>Moving one or two clients behind a client of another route.</content>
internal sealed unsafe partial class LocalSearch
{
    private bool RelocateOne(in Meeting m)
    {
        unchecked
        {
            var (p, u, x, v, y) = (m.P->Client, m.U->Client, m.X->Client, m.V->Client, m.Y->Client);
            var delta = Distance(p, x) - m.PU - m.UX + Distance(v, u) + Distance(u, y) - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var demand = _clients[u].Demand;
            var penaltyU = PenaltyOf(m.RouteU->Load - demand, m.P->Before.WarpWith(Time(p, x), m.X->After));
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warp = m.V->Before.Then(Time(v, u), _clients[u]).WarpWith(Time(u, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load + demand, warp), m))
                return false;
        }
        var from = m.U->Route;
        PutAfter(m.U, m.V);
        return Applied(from, m.V->Route);
    }

    private bool RelocateTwo(in Meeting m)
    {
        unchecked
        {
            var last = m.X->Next;
            var (p, u, x, z, v, y) = (m.P->Client, m.U->Client, m.X->Client, last->Client, m.V->Client, m.Y->Client);
            var delta = Distance(p, z) - m.PU - Distance(x, z) + Distance(v, u) + Distance(x, y) - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var demand = _clients[u].Demand + _clients[x].Demand;
            var penaltyU = PenaltyOf(m.RouteU->Load - demand, m.P->Before.WarpWith(Time(p, z), last->After));
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warp = m
                .V->Before.Then(Time(v, u), _clients[u])
                .Then(Time(u, x), _clients[x])
                .WarpWith(Time(x, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load + demand, warp), m))
                return false;
        }
        var from = m.U->Route;
        PutAfter(m.U, m.V);
        PutAfter(m.X, m.U);
        return Applied(from, m.V->Route);
    }

    private bool RelocateTwoReversed(in Meeting m)
    {
        unchecked
        {
            var last = m.X->Next;
            var (p, u, x, z, v, y) = (m.P->Client, m.U->Client, m.X->Client, last->Client, m.V->Client, m.Y->Client);
            var delta =
                Distance(p, z) - m.PU - m.UX - Distance(x, z) + Distance(v, x) + Distance(x, u) + Distance(u, y) - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var demand = _clients[u].Demand + _clients[x].Demand;
            var penaltyU = PenaltyOf(m.RouteU->Load - demand, m.P->Before.WarpWith(Time(p, z), last->After));
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warp = m
                .V->Before.Then(Time(v, x), _clients[x])
                .Then(Time(x, u), _clients[u])
                .WarpWith(Time(u, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load + demand, warp), m))
                return false;
        }
        var from = m.U->Route;
        PutAfter(m.X, m.V);
        PutAfter(m.U, m.X);
        return Applied(from, m.V->Route);
    }
}
