using System.Diagnostics;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>The best individual that any thread found so far.</summary>
internal sealed class SharedBest(ClassicProblem problem, Action<Improvement>? progress)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private volatile Individual? _best;

    public Individual? Best => _best;

    public void Offer(Individual individual, long iterations)
    {
        if (_best is { } known && individual.Distance >= known.Distance)
            return;
        lock (_gate)
        {
            if (_best is { } best && individual.Distance >= best.Distance)
                return;
            _best = individual;
            progress?.Invoke(
                new Improvement(individual.Distance, Stopwatch.GetElapsedTime(_start), iterations, ToPlan(individual))
            );
        }
    }

    public Plan ToPlan(Individual individual) =>
        Plan.OfStops(
            problem.Vehicles,
            [.. individual.Routes.Select(r => r.Select(c => problem.StopOfClient[c]).ToArray())]
        );
}
