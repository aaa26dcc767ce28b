using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Nabij.Algorithms.ICalendar.Zones;

/// <summary>
/// What a zone's name means without a description: the IANA name, the Windows name (CLDR's mapping, carried by
/// NodaTime), an IANA name behind a path, the cities of an Outlook label, an offset.
/// </summary>
internal static class ZoneNames
{
    public static DateTimeZone? Find(string name)
    {
        name = name.Trim().Trim('"');
        if (name.Length is 0 or > 200)
            return null;
        return Known(name) ?? Known(name.Replace(' ', '_')) ?? BehindPath(name) ?? Cities(name) ?? FixedOffset(name);
    }

    private static DateTimeZone? Known(string name)
    {
        var source = TzdbDateTimeZoneSource.Default;
        if (source.WindowsMapping.PrimaryMapping.TryGetValue(name, out var iana))
            name = iana;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
    }

    /// <summary>
    /// /citadel.org/20190914_1/Europe/Amsterdam: the last two parts, or three as in America/Indiana/Knox.
    /// </summary>
    private static DateTimeZone? BehindPath(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 && !name.StartsWith('/'))
            return null;
        return Enumerable
            .Range(1, Math.Min(3, parts.Length))
            .Reverse()
            .Select(count => Known(string.Join('/', parts[^count..])))
            .FirstOrDefault(zone => zone is not null);
    }

    /// <summary>
    /// (UTC+01:00) Amsterdam, Berlin, Bern: the first city that names a zone, and agrees with the offset.
    /// </summary>
    private static DateTimeZone? Cities(string name)
    {
        var close = name.IndexOf(')', StringComparison.Ordinal);
        if (close < 0 || FixedOffset(name[..close].Trim('(')) is not { } offset)
            return null;
        return name[(close + 1)..]
                .Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(city => "/" + city.Replace(' ', '_'))
                .SelectMany(city =>
                    DateTimeZoneProviders.Tzdb.Ids.Where(id => id.EndsWith(city, StringComparison.OrdinalIgnoreCase))
                )
                .Select(id => DateTimeZoneProviders.Tzdb[id])
                .FirstOrDefault(zone => zone.MinOffset <= offset.MinOffset && offset.MinOffset <= zone.MaxOffset)
            ?? offset;
    }

    private static DateTimeZone? FixedOffset(string name)
    {
        if (
            !name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var text = name[3..].Trim().Replace(":", "", StringComparison.Ordinal);
        if (text.Length is < 2 or > 5 || text[0] is not ('+' or '-'))
            return text.Length == 0 ? DateTimeZone.Utc : null;
        if (!int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var seconds = text.Length <= 3 ? number * 3_600 : number / 100 * 3_600 + number % 100 * 60;
        return seconds > 18 * 3_600
            ? null
            : DateTimeZone.ForOffset(Offset.FromSeconds(text[0] == '-' ? -seconds : seconds));
    }
}
