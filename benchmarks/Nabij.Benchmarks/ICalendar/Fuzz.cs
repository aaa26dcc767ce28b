using System.Diagnostics;
using Nabij.Algorithms.ICalendar;
using NodaTime;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>
/// Mutates a corpus for so many minutes; stops at the first exception, or file that takes over a second of processor
/// time or 64 MB, and leaves that file behind.
/// </summary>
internal static class Fuzz
{
    private const long MostBytes = 64_000_000;

    public static int Run(string directory, Options options)
    {
        var corpus = Directory
            .GetFiles(directory, "*.ics", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToArray();
        var seed = options.Number("--seed", 1);
        var mutation = new Mutation(corpus, seed);
        var watch = Stopwatch.StartNew();
        var (files, slowest, largest) = (0L, TimeSpan.Zero, 0L);
        Console.WriteLine($"{corpus.Length} files, seed {seed}");
        while (watch.Elapsed < TimeSpan.FromMinutes(options.Number("--minutes", 10)))
        {
            var file = mutation.Next();
            var (took, bytes, wrong) = Try(file, options.Window);
            (files, slowest, largest) = (files + 1, took > slowest ? took : slowest, Math.Max(largest, bytes));
            if (wrong is null && took < TimeSpan.FromSeconds(1) && bytes < MostBytes)
                continue;
            var kept = Path.Combine(Path.GetTempPath(), $"icalendar-fuzz-{seed}-{files}.ics");
            File.WriteAllBytes(kept, file);
            Console.WriteLine(
                $"file {files} of seed {seed}: {wrong ?? "too slow or too large"}, {took.TotalMilliseconds:F0} ms, {bytes / 1e6:F1} MB; kept as {kept}"
            );
            return 1;
        }

        Console.WriteLine(
            $"{files} files without exception; slowest {slowest.TotalMilliseconds:F0} ms, largest {largest / 1e6:F1} MB allocated"
        );
        return 0;
    }

    private static (TimeSpan Took, long Bytes, string? Wrong) Try(byte[] file, Interval window)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        string? wrong = null;
        try
        {
            _ = CalendarReader
                .Read(file)
                .Occurrences(window, DateTimeZone.Utc)
                .Count(o => o.Event.Summary.Plain().Length >= 0);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            wrong = e.ToString();
        }

        return (Environment.CpuUsage.TotalTime - before, GC.GetAllocatedBytesForCurrentThread() - allocated, wrong);
    }
}
