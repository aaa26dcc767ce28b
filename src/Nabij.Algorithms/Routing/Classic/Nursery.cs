namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// What the threads of one genetic search share: population, penalties and patience. Breeding and teaching go on side by
/// side, only choosing parents and taking up children happens one at a time.
/// </summary>
internal sealed class Nursery
{
    private const int Founders = 40;

    /// <summary>Generations without improvement, per client, before all begins anew.</summary>
    private const int PatiencePerClient = 50;
    private readonly Lock _gate = new();
    private readonly PenaltyControl _control;
    private readonly Population _population;
    private readonly int _patience;
    private long _steps;
    private long _improved;

    public Nursery(ClassicProblem problem)
    {
        _control = new PenaltyControl(problem);
        _population = new Population(_control);
        _patience = PatiencePerClient * problem.Count;
    }

    /// <summary>What load and time too much cost now.</summary>
    public Penalties Penalties
    {
        get
        {
            lock (_gate)
                return _control.Current;
        }
    }

    /// <summary>Two parents; null as long as there are too few to choose from.</summary>
    public (Individual First, Individual Second)? Parents(SeededRandom random)
    {
        lock (_gate)
        {
            _steps++;
            return _population.Count < Founders ? null : _population.Parents(random);
        }
    }

    public void Add(Individual individual)
    {
        lock (_gate)
            _population.Add(individual);
    }

    /// <summary>Lets the penalties follow what the local search ended with.</summary>
    public void Record(Individual taught)
    {
        lock (_gate)
        {
            if (_control.Record(taught))
                _population.PenaltiesChanged();
        }
    }

    /// <summary>Counts a generation; after too many that brought nothing better all begins anew.</summary>
    public void Grown(bool better)
    {
        lock (_gate)
        {
            if (better)
                _improved = _steps;
            if (_steps - _improved <= _patience)
                return;
            _population.Clear();
            _improved = _steps;
        }
    }
}
