namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// Which strings a ruin tears out: how many, how long, and whether a piece in the middle stays (section 5.2 of the
/// paper).
/// </summary>
internal sealed class StringRemoval
{
    private const double SplitRate = 0.5;
    private const double SplitDepth = 0.01;
    private readonly SeededRandom _random;
    private readonly int[] _near;
    private readonly int _width;
    private readonly double _meanRemoved;
    private readonly double _longest;
    private double _longestHere;
    private double _strings;

    public unsafe StringRemoval(
        ClassicProblem problem,
        SeededRandom random,
        double meanRemoved = 10,
        double longest = 10
    )
    {
        _random = random;
        (_meanRemoved, _longest) = (meanRemoved, longest);
        _width = problem.Count;
        _near = new int[_width * _width];
        var distance = new int[_width];
        for (var c = 1; c <= _width; c++)
        {
            var row = _near.AsSpan((c - 1) * _width, _width);
            for (var other = 1; other <= _width; other++)
            {
                row[other - 1] = other;
                distance[other - 1] = other == c ? -1 : problem.Distance[(c * problem.Width) + other];
            }
            distance.AsSpan().Sort(row);
        }
    }

    /// <summary>All clients, the nearest to this one first, itself before all.</summary>
    public ReadOnlySpan<int> Around(int client) => _near.AsSpan((client - 1) * _width, _width);

    /// <summary>Draws how much this ruin takes.</summary>
    public void Begin(ReadOnlySpan<int> lengths, int served)
    {
        var used = 0;
        foreach (var length in lengths)
            used += length > 0 ? 1 : 0;
        _longestHere = Math.Min(_longest, (double)served / Math.Max(1, used));
        var most = (4 * _meanRemoved / (1 + _longestHere)) - 1;
        _strings = Math.Floor((_random.Fraction() * most) + 1);
    }

    public bool IsEnough(int strings) => strings >= _strings;

    /// <summary>
    /// A string that holds the client at this place: from where, how many go, and the piece that stays.
    /// </summary>
    public (int From, int Count, int KeepFrom, int KeepCount) Choose(int length, int position)
    {
        var most = Math.Min(length, _longestHere);
        var count = Math.Min(length, (int)Math.Floor((_random.Fraction() * most) + 1));
        var keep = 0;
        if (count > 1 && count < length && _random.Fraction() < SplitRate)
        {
            keep = 1;
            while (count + keep < length && _random.Fraction() < SplitDepth)
                keep++;
        }
        var whole = count + keep;
        var first = Math.Max(1, position - whole + 1);
        var last = Math.Min(position, length - whole + 1);
        var from = first + _random.Below(last - first + 1);
        return (from, count, keep == 0 ? from : from + 1 + _random.Below(count - 1), keep);
    }
}
