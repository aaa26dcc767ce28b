namespace Nabij.Benchmarks;

/// <summary>One command, one subject of measuring per verb: <c>Nabij.Benchmarks routing …</c>.</summary>
internal static class Program
{
    private static readonly SortedDictionary<string, Func<string[], int>> Verbs = new(StringComparer.Ordinal)
    {
        ["assignment"] = Assignment.AssignmentVerb.Run,
        ["calendar"] = Pages.CalendarVerb.Run,
        ["circles"] = Districting.CirclesVerb.Run,
        ["pages"] = Pages.PagesVerb.Run,
        ["icalendar"] = ICalendar.ICalendarVerb.Run,
        ["routing"] = Routing.RoutingVerb.Run,
        ["routing-chart"] = Routing.GapChart.Run,
    };

    private static int Main(string[] args)
    {
        if (args.Length > 0 && Verbs.TryGetValue(args[0], out var verb))
            return verb(args[1..]);

        Console.Error.WriteLine($"Nabij.Benchmarks {string.Join('|', Verbs.Keys)} …");
        return 2;
    }
}
