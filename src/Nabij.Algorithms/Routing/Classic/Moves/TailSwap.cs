namespace Nabij.Algorithms.Routing.Classic;

/// <content>2-opt*: two routes exchange what comes after U and after V (Potvin and Rousseau, 1995).</content>
internal sealed unsafe partial class LocalSearch
{
    private bool TailSwap(in Meeting m)
    {
        unchecked
        {
            _evaluations++;
            var (u, x, v, y) = (m.U->Client, m.X->Client, m.V->Client, m.Y->Client);
            var delta = Distance(u, y) + Distance(v, x) - m.UX - m.VY;
            if ((long)delta * Penalties.Scale >= m.Bound)
                return false;
            var loadU = m.U->LoadBefore + m.RouteV->Load - m.V->LoadBefore;
            var penaltyU = PenaltyOf(loadU, m.U->Before.WarpWith(Time(u, y), m.Y->After));
            if (!Pays(delta, penaltyU, 0, m))
                return false;
            var loadV = m.RouteU->Load + m.RouteV->Load - loadU;
            if (!Pays(delta, penaltyU, PenaltyOf(loadV, m.V->Before.WarpWith(Time(v, x), m.X->After)), m))
                return false;
        }
        ExchangeTails(m.U, m.V);
        return true;
    }

    private void ExchangeTails(Node* u, Node* v)
    {
        var routeU = u->Route;
        var routeV = v->Route;
        var x = u->Next;
        var y = v->Next;
        var lastU = _routes[routeU].End->Previous;
        var lastV = _routes[routeV].End->Previous;
        var endU = _routes[routeU].End;
        var endV = _routes[routeV].End;
        if (y->Client != 0)
        {
            Link(u, y);
            Link(lastV, endU);
        }
        else
        {
            Link(u, endU);
        }
        if (x->Client != 0)
        {
            Link(v, x);
            Link(lastU, endV);
        }
        else
        {
            Link(v, endV);
        }
        Applied(routeU, routeV);
    }
}
