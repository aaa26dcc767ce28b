using Nabij.Algorithms.ICalendar.Zones;
using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>
/// The zones named in one VCALENDAR. A name gets its meaning when the whole calendar is read, so VTIMEZONE may stand
/// before or after the events that use it.
/// </summary>
internal sealed class ZoneDirectory(int limit, ProblemList problems)
{
    private readonly List<(byte[] Tzid, CalendarZone Zone, int Line)> named = [];
    private readonly Dictionary<string, ZoneDraft> described = new(StringComparer.OrdinalIgnoreCase);

    private int count;

    /// <summary>For times without zone: they float, unless X-WR-TIMEZONE says where the calendar lives.</summary>
    public CalendarZone Floating { get; private set; } = CalendarZone.Floating;

    public CalendarZone Named(ReadOnlySpan<byte> tzid, int line)
    {
        foreach (var (known, zone, _) in named)
        {
            if (tzid.SequenceEqual(known))
                return zone;
        }

        if (count >= limit)
            return TooMany(line);
        count++;
        var added = CalendarZone.Named(TextValue.Decode(tzid));
        named.Add((tzid.ToArray(), added, line));
        return added;
    }

    /// <summary>Forgets the zones of the calendar before, for a name means something within its own calendar only.</summary>
    public void BeginCalendar()
    {
        named.Clear();
        described.Clear();
        Floating = CalendarZone.Floating;
    }

    public void Describe(ZoneDraft draft)
    {
        if (draft.Id.Length > 0)
            described.TryAdd(draft.Id, draft);
    }

    /// <summary>X-WR-TIMEZONE; it comes before the events, or floating times keep floating.</summary>
    public void LivesIn(string id)
    {
        if (ZoneNames.Find(id) is { } zone)
            Floating = CalendarZone.Of(zone);
    }

    /// <summary>
    /// Gives every name its meaning: the description in the file first (RFC 5545, 3.2.19), then the zone database.
    /// </summary>
    public void Settle()
    {
        foreach (var (_, name, line) in named)
        {
            var meaning = described.TryGetValue(name.Id, out var draft) ? draft.ToZone(problems) : null;
            meaning ??= ZoneNames.Find(name.Id) ?? ZoneNames.Find(draft?.Location ?? "");
            if (meaning is null)
                problems.Add(
                    ProblemKind.UnknownZone,
                    line,
                    $"Nobody knows the time zone '{name.Id}'; its times are read as local times."
                );
            name.Means(meaning ?? Floating.Zone);
        }
    }

    private CalendarZone TooMany(int line)
    {
        if (count++ == limit)
            problems.Add(
                ProblemKind.TooManyZones,
                line,
                $"The file names more than {limit} time zones; times in the rest are read as local times."
            );
        return Floating;
    }
}
