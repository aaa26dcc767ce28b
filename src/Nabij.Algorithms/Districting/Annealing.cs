namespace Nabij.Algorithms.Districting;

/// <summary>Simulated annealing over the borders: one place at a time goes over to the circle of a neighbour.</summary>
/// <remarks>S. Kirkpatrick, C. Gelatt, M. Vecchi (1983), Optimization by simulated annealing; the price of a size
/// outside its bounds is
/// steered as in F. Glover's strategic oscillation: up while any circle is outside, down while none is. The change of
/// the total is
/// taken with the middles as they stand, O(1) a move; the middles follow between rounds, which can only lower
/// it.</remarks>
internal sealed class Annealing
{
    private const double Cooling = 1.0 / 200;

    // Measured: transplants pay from the start, while all is still fluid, and must be over before it sets.
    private const double FirstTransplant = 0.05;
    private const double LastTransplant = 0.7;
    private const double BetweenTransplants = 0.04;

    private readonly Layout _layout;
    private readonly CircleProblem _problem;
    private readonly Transplant _transplant;
    private readonly int[] _bestOf;
    private readonly int _meanDistance;
    private readonly int _helperPrice;
    private (long Outside, long Lacking, long Cost) _best;
    private float _sizePrice;
    private Dice _dice;

    public Annealing(Layout layout, Dice dice)
    {
        (_layout, _problem, _dice) = (layout, layout.Problem, dice);
        var total = Math.Max(1, layout.Size.Sum(size => (long)size));
        _meanDistance = (int)Math.Max(1, layout.DistanceSum() / total);
        _helperPrice = (int)Math.Min(1 << 28, (_meanDistance * total / layout.Circles / 2) + 1);
        _sizePrice = _meanDistance;
        _bestOf = [.. layout.CircleOf];
        _transplant = new Transplant(layout);
        _best = Reached();
    }

    /// <summary>Moves tried.</summary>
    public long Moves { get; private set; }

    /// <summary>Moves made.</summary>
    public long Accepted { get; private set; }

    /// <summary>Cools down until the stop; leaves the layout at the best division met.</summary>
    public void Run(Stop stop, double heat, Action<CircleProgress>? progress, CancellationToken cancellation)
    {
        if (_layout.Links.Count == 0 || _layout.Circles < 2)
            return;
        var hot = heat * _meanDistance * Math.Max(1.0, _layout.Size.Average() * _layout.Circles / _layout.Places);
        var nextTransplant = FirstTransplant;
        var round = Math.Min(3 * _layout.Links.Count, 40_000);
        for (var share = 0.0; share < 1 && !cancellation.IsCancellationRequested; share = stop.Progress(Moves))
        {
            Round(round, (float)(hot * Math.Pow(Cooling, share)));
            for (var circle = 0; circle < _layout.Circles; circle++)
                _layout.Recentre(circle);
            SteerSizePrice();
            KeepBest();
            if (share > nextTransplant && share < LastTransplant)
            {
                _transplant.Try();
                nextTransplant = share + BetweenTransplants;
            }
            progress?.Invoke(new CircleProgress(share, Moves, _layout.OutsideBounds(), MeanDistance()));
        }
        _layout.Take(_bestOf);
    }

    /// <summary>Tries so many moves at one temperature; allocates nothing.</summary>
    public void Round(int tries, float temperature)
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
        }
        Moves += tries;
    }

    private void SteerSizePrice() =>
        _sizePrice =
            _layout.OutsideBounds() > 0
                ? Math.Min(_sizePrice * 1.03f, _meanDistance * 30f)
                : Math.Max(_sizePrice * 0.98f, _meanDistance * 0.3f);

    private void KeepBest()
    {
        var reached = Reached();
        if (reached.CompareTo(_best) >= 0)
            return;
        _best = reached;
        _layout.CircleOf.CopyTo(_bestOf, 0);
    }

    private (long Outside, long Lacking, long Cost) Reached() =>
        (_layout.OutsideBounds(), _layout.Lacking(), _layout.FeltDistance());

    private double MeanDistance() => _layout.DistanceSum() / (double)Math.Max(1, _layout.Size.Sum(size => (long)size));
}
