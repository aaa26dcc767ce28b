namespace Nabij.Benchmarks.ICalendar;

/// <summary><c>Nabij.Benchmarks icalendar expand|bench|conform|fuzz …</c></summary>
internal static class ICalendarVerb
{
    public static int Run(string[] args) =>
        args switch
        {
            ["expand", var file, .. var rest] => Expand.Run(file, new Options(rest)),
            ["bench", var directory, .. var rest] => Bench.Run(directory, new Options(rest)),
            ["conform", var directory, ..] => Conform.Run(directory),
            ["fuzz", var directory, .. var rest] => Fuzz.Run(directory, new Options(rest)),
            _ => Usage(),
        };

    private static int Usage()
    {
        Console.Error.WriteLine(
            """
            icalendar expand FILE --from 2026-01-01T00:00:00Z --to 2027-01-01T00:00:00Z [--zone Europe/Amsterdam]
            icalendar bench DIR [--times 7] [--warm 25] [--from …] [--to …]
            icalendar conform DIR     with DIR/feeds/*.ics and DIR/expected/*.ics.json
            icalendar fuzz DIR [--minutes 10] [--seed 1]
            """
        );
        return 2;
    }
}
