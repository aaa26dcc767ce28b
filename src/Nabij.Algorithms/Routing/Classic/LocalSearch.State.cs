namespace Nabij.Algorithms.Routing.Classic;

/// <content>Putting routes in and taking them out.</content>
internal sealed unsafe partial class LocalSearch
{
    private void PrepareNodes()
    {
        for (var c = 1; c <= _problem.Count; c++)
            _nodes[c] = new Node { Client = c, Route = -1 };
        for (var r = 0; r < _routeCount; r++)
        {
            var start = _nodes + _problem.Count + 1 + (2 * r);
            *start = new Node { Route = r };
            *(start + 1) = new Node { Route = r };
            _routes[r] = new RouteState { Start = start, End = start + 1 };
        }
    }

    /// <summary>Takes over routes; clients in none of them are left out until <see cref="InsertMissing"/>.</summary>
    /// <param name="routes">What is taken over.</param>
    /// <param name="penalties">What load and time too much cost.</param>
    /// <param name="optimum">Routes between which no move helps: those that are taken over as they are need not be
    /// tried with each other again.</param>
    public void Load(ReadOnlySpan<int[]> routes, in Penalties penalties, ReadOnlySpan<int[]> optimum = default)
    {
        _penalties = penalties;
        _emptyStart = null;
        _moves++;
        for (var c = 1; c <= _problem.Count; c++)
            _nodes[c].Route = -1;
        for (var r = 0; r < _routeCount; r++)
        {
            var last = _routes[r].Start;
            if (r < routes.Length)
            {
                foreach (var client in routes[r])
                {
                    Link(last, _nodes + client);
                    last = _nodes + client;
                }
            }
            Link(last, _routes[r].End);
            Refresh(r);
            _routes[r].Settled = r < optimum.Length && ReferenceEquals(routes[r], optimum[r]);
        }
    }

    /// <summary>Puts clients that are in no route where they raise the penalised cost least.</summary>
    public void InsertMissing(ReadOnlySpan<int> clients)
    {
        foreach (var client in clients)
        {
            var node = _nodes + client;
            var best = EmptyRoute();
            var bestCost = long.MaxValue;
            if (best != null)
                bestCost = InsertionCost(client, best);
            foreach (var neighbour in _near.Of(client))
            {
                var v = _nodes + neighbour;
                if (v->Route < 0)
                    continue;
                Consider(v);
                Consider(v->Previous);
            }
            for (var r = 0; best == null; r++)
                Consider(_routes[r].Start);
            var next = best->Next;
            Link(best, node);
            Link(node, next);
            Refresh(best->Route);

            void Consider(Node* after)
            {
                var cost = InsertionCost(client, after);
                if (cost >= bestCost)
                    return;
                best = after;
                bestCost = cost;
            }
        }
    }

    private long InsertionCost(int client, Node* after)
    {
        unchecked
        {
            var next = after->Next;
            var delta =
                Distance(after->Client, client)
                + Distance(client, next->Client)
                - Distance(after->Client, next->Client);
            var warp = after
                ->Before.Then(Time(after->Client, client), _clients[client])
                .WarpWith(Time(client, next->Client), next->After);
            var route = _routes + after->Route;
            return ((long)delta * Penalties.Scale)
                + PenaltyOf(route->Load + _clients[client].Demand, warp)
                - route->Penalty;
        }
    }

    /// <summary>The routes as they stand.</summary>
    public Individual ToIndividual()
    {
        var routes = new List<int[]>(_routeCount);
        long distance = 0;
        var (excess, warp) = (0, 0);
        for (var r = 0; r < _routeCount; r++)
        {
            var route = _routes + r;
            if (route->Count == 0)
                continue;
            var clients = new int[route->Count];
            var index = 0;
            for (var node = route->Start->Next; node->Client != 0; node = node->Next)
            {
                clients[index++] = node->Client;
                distance += Distance(node->Previous->Client, node->Client);
            }
            distance += Distance(clients[^1], 0);
            excess += Math.Max(0, route->Load - _problem.Capacity);
            warp += route->Warp;
            routes.Add(clients);
        }
        return new Individual([.. routes], _problem.Count, distance, excess, warp);
    }

    /// <summary>The penalised cost of the routes as they stand.</summary>
    public long PenalisedCost()
    {
        long cost = 0;
        for (var r = 0; r < _routeCount; r++)
        {
            for (var node = _routes[r].Start->Next; ; node = node->Next)
            {
                cost += (long)Distance(node->Previous->Client, node->Client) * Penalties.Scale;
                if (node->Client == 0)
                    break;
            }
            cost += _routes[r].Penalty;
        }
        return cost;
    }

    private void SetPenalties(in Penalties penalties)
    {
        _penalties = penalties;
        for (var r = 0; r < _routeCount; r++)
            _routes[r].Penalty = PenaltyOf(_routes[r].Load, _routes[r].Warp);
    }

    /// <summary>Recomputes what is kept of a route after a change.</summary>
    private void Refresh(int index)
    {
        unchecked
        {
            var route = _routes + index;
            var start = route->Start;
            (start->Before, start->Position, start->LoadBefore) = (Segment.Of(_clients[0]), 0, 0);
            var (load, position) = (0, 0);
            var node = start->Next;
            for (; node->Client != 0; node = node->Next)
            {
                load += _clients[node->Client].Demand;
                node->Route = index;
                node->Position = ++position;
                node->LoadBefore = load;
                node->Before = node->Previous->Before.Then(Time(node->Previous, node), _clients[node->Client]);
            }
            node->Position = position + 1;
            node->LoadBefore = load;
            node->Before = node->Previous->Before.Then(Time(node->Previous, node), _clients[0]);
            node->After = Segment.Of(_clients[0]);
            route->Warp = node->Before.Warp;
            for (node = node->Previous; node != start; node = node->Previous)
                node->After = Segment.Of(_clients[node->Client]).Then(Time(node, node->Next), node->Next->After);
            start->After = Segment.Of(_clients[0]).Then(Time(start, start->Next), start->Next->After);
            (route->Load, route->Count, route->Changed, route->Settled) = (load, position, _moves, false);
            route->Penalty = PenaltyOf(load, route->Warp);
            FindSector(route);
        }
    }

    private void FindSector(RouteState* route)
    {
        if (_problem.Angles is not { } angles || route->Count == 0)
            return;
        var from = angles[route->Start->Next->Client];
        var width = 0;
        for (var node = route->Start->Next->Next; node->Client != 0; node = node->Next)
        {
            var offset = (angles[node->Client] - from) & 65535;
            if (offset <= width)
                continue;
            var back = (from - angles[node->Client]) & 65535;
            if (offset - width <= back)
                width = offset;
            else
                (from, width) = (angles[node->Client], width + back);
        }
        (route->SectorFrom, route->SectorWidth) = (from, Math.Min(65535, width));
    }
}
