using System.Text.Json;
using Nabij.Algorithms.ICalendar;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>
/// Compares with what the reference engines agree on. Two are equal when UID and start of all occurrences are: that is
/// what the engines were compared by; differing ends are counted apart.
/// </summary>
internal static class Conform
{
    private static readonly InstantPattern Basic = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static int Run(string directory)
    {
        var (equal, otherEnds, different, crashed, alone) = (0, 0, 0, 0, 0);
        foreach (
            var path in Directory.GetFiles(Path.Combine(directory, "feeds"), "*.ics").Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileName(path);
            var expected = Path.Combine(directory, "expected", name + ".json");
            switch (Compare(path, File.Exists(expected) ? expected : null, name))
            {
                case Outcome.Equal:
                    equal++;
                    break;
                case Outcome.OtherEnds:
                    otherEnds++;
                    break;
                case Outcome.Different:
                    different++;
                    break;
                case Outcome.Crashed:
                    crashed++;
                    break;
                case Outcome.NothingExpected:
                    alone++;
                    break;
            }
        }

        Console.WriteLine(
            $"starts equal {equal + otherEnds} (of these {otherEnds} with another end)  different {different}  exceptions {crashed}  read without anything to compare with {alone}"
        );
        return different + crashed;
    }

    private enum Outcome
    {
        Equal,
        OtherEnds,
        Different,
        Crashed,
        NothingExpected,
    }

    private static Outcome Compare(string path, string? expected, string name)
    {
        try
        {
            var feed = CalendarReader.Read(File.ReadAllBytes(path));
            if (expected is null)
            {
                _ = feed.Occurrences(new Options([]).Window, DateTimeZone.Utc).Count();
                return Outcome.NothingExpected;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(expected));
            return Compare(feed, json.RootElement, name);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Console.WriteLine($"EXCEPTION {name}: {e.GetType().Name} {e.Message}");
            return Outcome.Crashed;
        }
    }

    private static Outcome Compare(CalendarFeed feed, JsonElement expected, string name)
    {
        var window = expected
            .GetProperty("window")
            .EnumerateArray()
            .Select(t => Basic.Parse(t.GetString()!).Value)
            .ToArray();
        var theirs = expected
            .GetProperty("occurrences")
            .EnumerateArray()
            .Select(o => (o[0].GetString()!, o[1].GetString()!, o[2].GetString()!))
            .ToList();
        var ours = OccurrenceLine
            .Sorted(feed.Occurrences(new Interval(window[0], window[1]), DateTimeZone.Utc))
            .Select(o => (o.Uid, o.Start, o.End))
            .ToList();
        var missing = Minus(theirs.Select(Start), ours.Select(Start));
        var extra = Minus(ours.Select(Start), theirs.Select(Start));
        if (missing.Count + extra.Count > 0)
        {
            Console.WriteLine(
                $"DIFFERENT {name}: {missing.Count} missing {Some(missing)}  {extra.Count} extra {Some(extra)}"
            );
            return Outcome.Different;
        }

        var ends = Minus(theirs, ours);
        if (ends.Count == 0)
            return Outcome.Equal;
        Console.WriteLine($"end {name}: {ends.Count} of {ours.Count}, theirs {ends[0]}, ours {Minus(ours, theirs)[0]}");
        return Outcome.OtherEnds;
    }

    private static (string, string) Start((string Uid, string Start, string End) occurrence) =>
        (occurrence.Uid, occurrence.Start);

    private static List<T> Minus<T>(IEnumerable<T> left, IEnumerable<T> right)
        where T : notnull
    {
        var counts = right.CountBy(x => x).ToDictionary();
        return [.. left.Where(x => !counts.TryGetValue(x, out var n) || (counts[x] = n - 1) < 0)];
    }

    private static string Some<T>(List<T> list) => string.Join(' ', list.Take(3));
}
