using System.Diagnostics;
using System.Runtime.InteropServices;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Benchmarks.Routing;

/// <summary>
/// Stops on the processor time of the searching thread: fair on a machine that others use too. Linux only.
/// </summary>
internal sealed class CpuTime : StopCriterion
{
    private const int ThreadCpuClock = 3;
    private readonly double _seconds;
    private readonly double _start = Now();

    public CpuTime(double seconds) => _seconds = seconds;

    /// <summary>Asking the system takes as long as many moves do.</summary>
    public override int AskEvery => 16;

    public override double ShareSpent(in SearchState state) => (Now() - _start) / _seconds;

    public override StopCriterion Started() => new CpuTime(_seconds);

    /// <summary>Processor seconds of the calling thread.</summary>
    public static double Now() =>
        OperatingSystem.IsLinux() && clock_gettime(ThreadCpuClock, out var time) == 0
            ? time.Seconds + (time.Nanoseconds * 1e-9)
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
