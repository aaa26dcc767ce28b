using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// What a unit of load too much and of time warped back cost, in 1/<see cref="Scale"/> of the unit of distance.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Penalties(long Load, long Warp)
{
    public const int Scale = 64;

    public Penalties Times(int factor) => new(Load * factor, Warp * factor);
}

/// <summary>
/// Steers the penalties so that a fixed share of what the local search ends with is feasible (Vidal et al., 2012).
/// </summary>
internal sealed class PenaltyControl
{
    private const int Window = 50;
    private const double Target = 0.4;
    private const double Raise = 1.25;
    private const double Lower = 0.85;
    private const long Most = 1000 * Penalties.Scale;
    private int _seen;
    private int _loadKept;
    private int _timeKept;

    public PenaltyControl(ClassicProblem problem)
    {
        long distance = 0;
        long demand = 0;
        unsafe
        {
            for (var c = 1; c <= problem.Count; c++)
            {
                distance += problem.Distance[c];
                demand += problem.Clients[c].Demand;
            }
        }
        Current = new Penalties(
            Math.Clamp(distance * Penalties.Scale / Math.Max(1, demand), Penalties.Scale, Most),
            Penalties.Scale
        );
    }

    public Penalties Current { get; private set; }

    /// <summary>Counts one result; true when the penalties changed by it.</summary>
    public bool Record(Individual individual)
    {
        _loadKept += individual.ExcessLoad == 0 ? 1 : 0;
        _timeKept += individual.Warp == 0 ? 1 : 0;
        if (++_seen < Window)
            return false;
        Current = new Penalties(Steered(Current.Load, _loadKept), Steered(Current.Warp, _timeKept));
        (_seen, _loadKept, _timeKept) = (0, 0, 0);
        return true;
    }

    private static long Steered(long penalty, int kept)
    {
        var share = (double)kept / Window;
        var factor =
            share < Target - 0.05 ? Raise
            : share > Target + 0.05 ? Lower
            : 1;
        return Math.Clamp((long)(penalty * factor), 4, Most);
    }
}
