using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Nabij.Benchmarks.Assignment;

/// <summary>Wall time and the processor time of this thread: the second tells the work when the machine is
/// shared.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProcessorTime(TimeSpan Wall, TimeSpan Cpu)
{
    public static ProcessorTime Now => new(Stopwatch.GetElapsedTime(0), ThreadTime());

    public static (T Result, ProcessorTime Spent) Of<T>(Func<T> work)
    {
        var before = Now;
        var result = work();
        var after = Now;
        return (result, new ProcessorTime(after.Wall - before.Wall, after.Cpu - before.Cpu));
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Cpu.TotalSeconds:0.0000} s cpu, {Wall.TotalSeconds:0.0000} s wall"
        );

    private static TimeSpan ThreadTime()
    {
        const int threadClock = 3;
        if (!OperatingSystem.IsLinux() || ClockGetTime(threadClock, out var time) != 0)
            return Process.GetCurrentProcess().TotalProcessorTime;
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000d);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
