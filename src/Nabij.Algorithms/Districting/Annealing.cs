namespace Nabij.Algorithms.Districting;

/// <summary>Simulated annealing over the borders: one place at a time goes over to the circle of a neighbour.</summary>
/// <remarks>S. Kirkpatrick, C. Gelatt, M. Vecchi (1983), Optimization by simulated annealing; the price of a size
/// outside its bounds is steered as in F. Glover's strategic oscillation: up while any circle is outside, down while
/// none is. The change of the total is taken with the middles as they stand, O(1) a move; the middles follow between
/// rounds, which can only lower it.</remarks>
internal sealed class Annealing
{
    private const double Cooling = 1.0 / 200;

    // Measured: transplants pay from the start, while all is still fluid, and must be over before it sets.
    private const double FirstTransplant = 0.05;
    private const double LastTransplant = 0.7;
    private const double BetweenTransplants = 0.04;
    private const double FirstRun = 0.25;
    private const double FirstWave = 0.75;
    private const double WaveLength = 0.05;

    private readonly Layout _layout;
    private readonly Transplant _transplant;
    private readonly int[] _bestOf;
    private readonly int _meanDistance;
    private readonly int _helperPrice;
    private (long Outside, long Lacking, double Cost) _best;
    private float _sizePrice;
    private double _nextTransplant = FirstTransplant;
    private Dice _dice;

    public Annealing(Layout layout, Dice dice)
    {
        (_layout, _dice) = (layout, dice);
        var total = Math.Max(1, layout.Size.Sum(size => (long)size));
        _meanDistance = (int)Math.Max(1, layout.DistanceSum() / total);
        _helperPrice = (int)Math.Min(1 << 28, (_meanDistance * total / layout.Circles / 2) + 1);
        _sizePrice = _meanDistance;
        _bestOf = [.. layout.CircleOf];
        _transplant = new Transplant(layout);
        _best = Reached();
    }

    /// <summary>Makes a fresh division in the layout.</summary>
    public delegate void StartAnew(ref Dice dice);

    /// <summary>Moves tried.</summary>
    public long Moves { get; private set; }

    /// <summary>Moves made.</summary>
    public long Accepted { get; private set; }

    /// <summary>Cools down until the stop; leaves the layout at the best division met.</summary>
    /// <remarks>One short run, and in the time that is left as many from fresh starts as are of use.</remarks>
    /// <param name="stop">When it ends.</param>
    /// <param name="heat">How hot it begins, in mean distances.</param>
    /// <param name="startAnew">Makes a fresh division, to run again from; or null for one run from what there
    /// is.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="cancellation">Ends it early.</param>
    public void Run(
        Stop stop,
        double heat,
        StartAnew? startAnew,
        Action<CircleProgress>? progress,
        CancellationToken cancellation
    )
    {
        if (_layout.Links.Count == 0 || _layout.Circles < 2)
            return;
        var hot = heat * _meanDistance * Math.Max(1.0, _layout.Size.Average() * _layout.Circles / _layout.Places);
        var round = Math.Min(3 * _layout.Links.Count, 40_000);
        var begin = stop.Progress(0);
        var (from, to, length) = (begin, startAnew is null ? 1 : begin + (FirstRun * (1 - begin)), 0.0);
        for (var share = begin; share < 1 && !cancellation.IsCancellationRequested; share = stop.Progress(Moves))
        {
            if (share >= to && startAnew is not null)
            {
                if (length == 0)
                    length = (1 - to) / RunsIn(Moves * (1 - to) / (to - begin));
                (from, to) = (to, to + length > 1 - (length / 2) ? 1 : to + length);
                startAnew(ref _dice);
                (_sizePrice, _nextTransplant) = (_meanDistance, FirstTransplant);
            }
            CoolOneRound(round, hot, (share - from) / (to - from));
            progress?.Invoke(new CircleProgress(Math.Max(0, share), Moves, _layout.Outside, MeanDistance()));
        }
        _layout.Take(_bestOf);
    }

    /// <summary>More moves than this per link bring one run little; another start may.</summary>
    private int RunsIn(double moves) => (int)Math.Clamp(moves / (2500.0 * _layout.Links.Count), 1, 5);

    private void CoolOneRound(int round, double hot, double share)
    {
        Round(round, (float)(hot * Math.Pow(Cooling, Coolness(share))));
        for (var circle = 0; circle < _layout.Circles; circle++)
            _layout.Recentre(circle);
        SteerSizePrice(share);
        KeepBest();
        if (share <= _nextTransplant || (share >= LastTransplant && _best.Outside == 0))
            return;
        _transplant.Try();
        _nextTransplant = share + BetweenTransplants;
    }

    /// <summary>Whether sizes are still not within bounds near the end: then it goes up and down again in short
    /// waves.</summary>
    private bool IsInWaves(double share) => share >= FirstWave && _best.Outside > 0;

    private static double Phase(double share) => (share - FirstWave) % WaveLength / WaveLength;

    private double Coolness(double share) => IsInWaves(share) ? 0.7 * Phase(share) : share;

    /// <summary>Tries so many moves at one temperature; allocates nothing.</summary>
    private void Round(int tries, float temperature)
    {
        var (tails, heads, circleOf) = (_layout.Links.Tail, _layout.Links.Head, _layout.CircleOf);
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var link = _dice.Below(heads.Length);
            var (place, to) = (tails[link], circleOf[heads[link]]);
            if (
                circleOf[place] == to
                || !Cost.IsWorth(_layout, place, to, _sizePrice, _helperPrice, temperature * _dice.Daring())
            )
                continue;
            if (_layout.Count[circleOf[place]] == 1 || !_layout.Links.HangsTogetherWithout(place, circleOf))
                continue;
            _layout.Move(place, to);
            Accepted++;
            // What is within bounds for one moment only is caught too, as long as nothing better is known.
            if (_layout.Outside < _best.Outside)
                KeepBest();
        }
        Moves += tries;
    }

    /// <summary>Dear while any size is outside its bounds, cheap while none is; in waves from nothing to
    /// dear.</summary>
    private void SteerSizePrice(double share)
    {
        var (least, most) = (_meanDistance * 0.3f, _meanDistance * 30f);
        if (IsInWaves(share))
            _sizePrice = least * MathF.Pow(most / least, (float)Phase(share));
        else
            _sizePrice = Math.Clamp(_sizePrice * (_layout.Outside > 0 ? 1.03f : 0.98f), least, most);
    }

    private void KeepBest()
    {
        var reached = Reached();
        if (reached.CompareTo(_best) >= 0)
            return;
        _best = reached;
        _layout.CircleOf.CopyTo(_bestOf, 0);
    }

    private (long Outside, long Lacking, double Cost) Reached() =>
        (_layout.Outside, _layout.Lacking(), _layout.FeltDistance());

    private double MeanDistance() => _layout.DistanceSum() / (double)Math.Max(1, _layout.Size.Sum(size => (long)size));
}
