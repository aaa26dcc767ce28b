using System.Text.Encodings.Web;
using System.Text.Json;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>Prints every occurrence of a feed in a window as a line of JSON; problems go to standard error.</summary>
internal static class Expand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string file, Options options)
    {
        var feed = CalendarReader.Read(File.ReadAllBytes(file));
        foreach (var problem in feed.Problems)
            Tell(problem);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var line in OccurrenceLine.Sorted(feed.Occurrences(options.Window, options.Zone, problems: Tell)))
            output.WriteLine(JsonSerializer.Serialize(line, Json));
        return 0;
    }

    private static void Tell(Problem problem) =>
        Console.Error.WriteLine($"line {problem.Line}: {problem.Words} ({problem.Kind})");
}
