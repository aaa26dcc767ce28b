namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// For every client the others that it could well stand next to: near, with little waiting between and little time to
/// be
/// warped back (granular search: Toth and Vigo, 2003; this proximity: Vidal et al., 2013).
/// </summary>
internal sealed unsafe class Neighbourhood
{
    private const double WaitWeight = 0.2;
    private const double WarpWeight = 1.0;
    private readonly int[] _near;

    public Neighbourhood(ClassicProblem problem, int size)
    {
        Size = Math.Min(size, problem.Count - 1);
        _near = new int[(problem.Count + 1) * Math.Max(1, Size)];
        var order = new int[problem.Count];
        var proximity = new double[problem.Count];
        for (var c = 1; c <= problem.Count; c++)
        {
            for (var other = 1; other <= problem.Count; other++)
            {
                order[other - 1] = other;
                proximity[other - 1] =
                    other == c ? double.MaxValue : Math.Min(OneWay(problem, c, other), OneWay(problem, other, c));
            }
            Array.Sort(proximity, order);
            order.AsSpan(0, Size).CopyTo(_near.AsSpan(c * Size));
        }
    }

    /// <summary>Neighbours per client.</summary>
    public int Size { get; }

    public ReadOnlySpan<int> Of(int client) => _near.AsSpan(client * Size, Size);

    private static double OneWay(ClassicProblem problem, int from, int to)
    {
        var (a, b) = (problem.Clients[from], problem.Clients[to]);
        var ride = problem.Time[(from * problem.Width) + to];
        var wait = Math.Max(0, b.Ready - ride - a.Service - a.Due);
        var warp = Math.Max(0, a.Ready + a.Service + ride - b.Due);
        return problem.Distance[(from * problem.Width) + to] + (WaitWeight * wait) + (WarpWeight * warp);
    }
}
