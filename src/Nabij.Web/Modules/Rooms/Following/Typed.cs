using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Rooms.Following;

/// <summary>Dates and times as forms and links hold them; null for what is neither.</summary>
public static class Typed
{
    private static readonly LocalTimePattern[] Times = [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm")];
    private static readonly LocalDate Earliest = new(2000, 1, 1);
    private static readonly LocalDate Latest = new(2100, 1, 1);

    public static LocalDate? Date(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true, Value: var date } && date >= Earliest && date <= Latest ? date : null;

    public static LocalTime? Time(string? text)
    {
        foreach (var pattern in Times)
        {
            if (pattern.Parse(text?.Trim() ?? "") is { Success: true, Value: var time })
                return time;
        }
        return null;
    }

    public static T? Value<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The flags that were ticked, together.</summary>
    public static T Flags<T>(IEnumerable<string?>? texts, Func<T, T, T> and)
        where T : struct, Enum => (texts ?? []).Select(t => Value<T>(t) ?? default).Aggregate(default(T), and);

    public static string Iso(this LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Iso(this LocalTime time) => Times[0].Format(time).PadLeft(5, '0');
}
