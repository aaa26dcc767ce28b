namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// Hybrid genetic search: breed two parents by exchanging routes, teach the child by local search, keep a population
/// that is
/// good and diverse, start anew when nothing improves for long (Vidal, 2022; with time windows: Kool et al., 2022;
/// Wouda et al.,
/// 2024).
/// </summary>
internal sealed class GeneticSearch
{
    private const int NearCount = 30;
    private const double ThoroughShare = 0.15;
    private const int RepairFactor = 10;
    private readonly ClassicRun _run;
    private readonly SeededRandom _random;
    private readonly LocalSearch _search;
    private readonly Nursery _nursery;
    private readonly RouteExchangeCrossover _crossover;
    private readonly ClassicProblem _problem;

    public GeneticSearch(ClassicProblem problem, ClassicRun run, Nursery nursery, SeededRandom random)
    {
        _problem = problem;
        _run = run;
        _random = random;
        _nursery = nursery;
        _search = new LocalSearch(problem, new Neighbourhood(problem, NearCount), random);
        _crossover = new RouteExchangeCrossover(problem, _search, random);
    }

    /// <summary>Searches until the run is over, from this individual on.</summary>
    public void Run(Individual founder)
    {
        Teach(founder.Routes);
        while (!_run.Step(every: 4, _search.Evaluations))
        {
            if (_nursery.Parents(_random) is not var (first, second))
            {
                Teach(RandomRoutes());
                continue;
            }
            _crossover.Breed(first, second, _nursery.Penalties);
            _nursery.Grown(Teach());
        }
    }

    private bool Teach(int[][] routes)
    {
        _search.Load(routes, _nursery.Penalties);
        _search.InsertMissing(MissingIn(routes));
        return Teach();
    }

    private int[] MissingIn(int[][] routes)
    {
        var served = new bool[_problem.Count + 1];
        foreach (var client in routes.SelectMany(r => r))
            served[client] = true;
        return [.. Enumerable.Range(1, _problem.Count).Where(c => !served[c])];
    }

    /// <summary>
    /// Improves what the local search holds and takes it into the population; an infeasible one is repaired at times.
    /// </summary>
    private bool Teach()
    {
        _search.Run(_nursery.Penalties, _random.Fraction() < ThoroughShare);
        var taught = _search.ToIndividual();
        var better = _run.Offer(taught);
        _nursery.Add(taught);
        if (!taught.IsFeasible && _random.Fraction() < 0.5)
        {
            _search.Repair(_nursery.Penalties.Times(RepairFactor), _random.Fraction() < ThoroughShare);
            var repaired = _search.ToIndividual();
            if (repaired.IsFeasible)
            {
                better |= _run.Offer(repaired);
                _nursery.Add(repaired);
            }
        }
        _nursery.Record(taught);
        return better;
    }

    /// <summary>Clients in random order, dealt out over about as many routes as their load needs.</summary>
    private int[][] RandomRoutes()
    {
        int[] order = [.. Enumerable.Range(1, _problem.Count)];
        _random.Shuffle(order);
        var perRoute = Math.Max(1, (_problem.Count + _problem.Vehicles - 1) / _problem.Vehicles);
        return [.. order.Chunk(perRoute)];
    }
}
