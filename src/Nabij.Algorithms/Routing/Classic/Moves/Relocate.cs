namespace Nabij.Algorithms.Routing.Classic;

/// <content>Moving one or two clients behind a client of another route.</content>
internal sealed unsafe partial class LocalSearch
{
    private bool RelocateOne(in Meeting m)
    {
        unchecked
        {
            _evaluations++;
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

    /// <summary>U and the client after it, the one of them that is named first before the other.</summary>
    private bool RelocateTwo(in Meeting m, Node* first, Node* second)
    {
        unchecked
        {
            _evaluations++;
            var last = m.X->Next;
            var (p, z, v, y) = (m.P->Client, last->Client, m.V->Client, m.Y->Client);
            var (f, s) = (first->Client, second->Client);
            var delta =
                Distance(p, z)
                - m.PU
                - m.UX
                - Distance(m.X->Client, z)
                + Distance(v, f)
                + Distance(f, s)
                + Distance(s, y)
                - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var demand = _clients[f].Demand + _clients[s].Demand;
            var penaltyU = PenaltyOf(m.RouteU->Load - demand, m.P->Before.WarpWith(Time(p, z), last->After));
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var warp = m
                .V->Before.Then(Time(v, f), _clients[f])
                .Then(Time(f, s), _clients[s])
                .WarpWith(Time(s, y), m.Y->After);
            if (!Pays(delta, penaltyU, PenaltyOf(m.RouteV->Load + demand, warp), m))
                return false;
        }
        var from = m.U->Route;
        PutAfter(first, m.V);
        PutAfter(second, first);
        return Applied(from, m.V->Route);
    }
}
