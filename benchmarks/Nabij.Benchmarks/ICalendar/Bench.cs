using System.Diagnostics;
using System.Globalization;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>Reads and expands every feed of a folder, as often as asked, on one thread; the first round includes compiling.</summary>
internal static class Bench
{
    public static int Run(string directory, Options options)
    {
        var feeds = Directory.GetFiles(directory, "*.ics").Order(StringComparer.Ordinal).ToArray();
        var times = options.Number("--times", 1);
        for (var round = 0; round < options.Number("--rounds", 1); round++)
            Print(Measure(feeds, times, options), feeds.Length * times);
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
        var watch = Stopwatch.StartNew();
        var feed = CalendarReader.Read(bytes);
        measured.Reading += watch.Elapsed.TotalMilliseconds;
        measured.Bytes += bytes.Length;
        measured.Events += feed.Events.Count;
        foreach (var occurrence in feed.Occurrences(options.Window, options.Zone))
            measured.Occurrences += occurrence.Event is null ? 0 : 1;
    }

    private static void Print(Measured m, int feeds)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"feeds {feeds}  events {m.Events}  occurrences {m.Occurrences}  ms {m.Milliseconds:F1} (reading {m.Reading:F1})  processor ms {m.Processor:F1}  MB allocated {m.Allocated / 1e6:F1}  MB read {m.Bytes / 1e6:F1}"
            )
        );
    }

    private sealed class Measured
    {
        public long Bytes, Events, Occurrences, Allocated;
        public double Milliseconds, Processor, Reading;
    }
}
