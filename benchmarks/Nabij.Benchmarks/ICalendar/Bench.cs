using System.Diagnostics;
using System.Globalization;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>
/// Reads and expands every feed of a folder, as often as asked, on one thread. A server has long been compiled when it
/// fetches a feed, so rounds to warm up come first; what the very first round took is printed too.
/// </summary>
internal static class Bench
{
    private const int Measurings = 5;

    public static int Run(string directory, Options options)
    {
        var feeds = Directory.GetFiles(directory, "*.ics").Order(StringComparer.Ordinal).ToArray();
        var times = options.Number("--times", 1);
        var first = Measure(feeds, times, options);
        for (var round = 1; round < options.Number("--warm", 25); round++)
            Measure(feeds, times, options);
        var warm = Enumerable
            .Range(0, Measurings)
            .Select(_ => Measure(feeds, times, options))
            .OrderBy(m => m.Processor)
            .ToArray();
        Print(warm[Measurings / 2], first, feeds.Length * times);
        return 0;
    }

    private static Measured Measure(string[] feeds, int times, Options options)
    {
        var measured = new Measured();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            foreach (var path in feeds)
                Add(path, options, measured);
        }

        measured.Processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        measured.Milliseconds = watch.Elapsed.TotalMilliseconds;
        measured.Allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return measured;
    }

    private static void Add(string path, Options options, Measured measured)
    {
        var bytes = File.ReadAllBytes(path);
        var feed = CalendarReader.Read(bytes);
        measured.Bytes += bytes.Length;
        measured.Events += feed.Events.Count;
        foreach (var occurrence in feed.Occurrences(options.Window, options.Zone))
            measured.Occurrences += occurrence.Event is null ? 0 : 1;
    }

    private static void Print(Measured m, Measured first, int feeds) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"feeds {feeds}  events {m.Events}  occurrences {m.Occurrences}  ms {m.Milliseconds:F1}  processor ms {m.Processor:F1}  MB allocated {m.Allocated / 1e6:F1}  MB read {m.Bytes / 1e6:F1}  first round, compiling included: ms {first.Milliseconds:F1}  processor ms {first.Processor:F1}"
            )
        );

    private sealed class Measured
    {
        public long Bytes,
            Events,
            Occurrences,
            Allocated;
        public double Milliseconds,
            Processor;
    }
}
