using System.Diagnostics;

namespace Nabij.Algorithms.Districting;

/// <summary>When a search has done enough; the annealing cools down along it.</summary>
public abstract record Stop
{
    /// <summary>After so many tried moves: the same seed then gives the same answer on every machine.</summary>
    public static Stop AfterMoves(long moves) => new MovesStop(moves);

    /// <summary>After so much time, counted from when this is made.</summary>
    public static Stop AfterTime(TimeSpan time) => new TimeStop(time);

    /// <summary>The share done, from 0 to 1 or more.</summary>
    public abstract double Progress(long moves);

    private sealed record MovesStop(long Moves) : Stop
    {
        public override double Progress(long moves) => moves / (double)Math.Max(1, Moves);
    }

    private sealed record TimeStop(TimeSpan Time) : Stop
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public override double Progress(long moves) => _watch.Elapsed / Time;
    }
}
