using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Benchmarks.ICalendar;

/// <summary><c>--name value</c> pairs after the arguments of a verb.</summary>
internal sealed class Options(string[] args)
{
    public Interval Window => new(Moment("--from", "2026-01-01T00:00:00Z"), Moment("--to", "2027-01-01T00:00:00Z"));

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Value("--zone", "Europe/Amsterdam")];

    public int Number(string name, int otherwise) =>
        int.Parse(Value(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    private Instant Moment(string name, string otherwise) =>
        InstantPattern.General.Parse(Value(name, otherwise)).GetValueOrThrow();

    private string Value(string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
