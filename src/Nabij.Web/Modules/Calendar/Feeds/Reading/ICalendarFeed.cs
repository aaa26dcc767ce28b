using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using static System.Globalization.CultureInfo;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>From iCalendar to activities: the engine says what happens when; here it is gathered by activity.</summary>
internal sealed class ICalendarFeed
{
    /// <summary>An activity every day of a year fits; one every minute does not.</summary>
    private const int DatesPerItem = 400;

    private static readonly ReadingLimits Reading = new() { Events = 20_000, Problems = 200 };

    private static readonly ExpansionLimits Expanding = new()
    {
        OccurrencesPerEvent = DatesPerItem,
        Occurrences = 40_000,
        StepsPerEvent = 100_000,
        Steps = 2_000_000,
    };

    private readonly List<FeedProblem> problems = [];
    private readonly CalendarFeed feed;
    private readonly Dictionary<string, List<string>> titlesOf;

    private ICalendarFeed(CalendarFeed feed)
    {
        this.feed = feed;
        problems.AddRange(feed.Problems.Select(p => new FeedProblem(FeedFaults.Of(p.Kind), p.Line)));
        titlesOf = feed.Events.Where(e => e.RecurrenceId is null)
            .GroupBy(e => e.Uid, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(TitleOf).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    public static FeedContent Read(byte[] bytes, Interval window) => new ICalendarFeed(CalendarReader.Read(bytes, Reading)).Content(window);

    private FeedContent Content(Interval window)
    {
        var activities = Latest(feed.Events.Where(IsForAll)).GroupBy(KeyOf, StringComparer.Ordinal).ToList();
        var lineTooBusy = new HashSet<int>();
        var dates = (feed with { Events = [.. activities.SelectMany(a => a)] })
            .Occurrences(window, DutchTime.Zone, Expanding, problem => Note(problem, lineTooBusy))
            .GroupBy(o => KeyOf(o.Event), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var inside = activities.Where(a => dates.ContainsKey(a.Key)).ToList();
        var items = inside.Where(a => !a.Any(e => lineTooBusy.Contains(e.Line))).Select(a => ItemOf(a, dates[a.Key])).OfType<FeedItem>().ToList();
        return new(
            FeedForm.ICalendar,
            PlainWords.ShortLine(feed.Name.ToString()),
            Hours(),
            items,
            activities.Count - inside.Count,
            [.. problems.Distinct().OrderBy(p => p.Line)]
        );
    }

    /// <summary>Of several versions of one event the last counts: the highest SEQUENCE, then the latest DTSTAMP.</summary>
    private static IEnumerable<CalendarEvent> Latest(IEnumerable<CalendarEvent> events) =>
        events
            .GroupBy(e => e.Uid.Length == 0 ? (object)e.Line : (e.Uid, e.RecurrenceId, e.ThisAndFuture))
            .SelectMany(versions => versions.Key is int ? versions : Last(versions));

    private static IEnumerable<CalendarEvent> Last(IEnumerable<CalendarEvent> versions)
    {
        var last = versions.Max(Version);
        return versions.Where(e => Version(e).Equals(last));

        static (int, Instant) Version(CalendarEvent e) => (e.Sequence, e.Stamp ?? Instant.MinValue);
    }

    private void Note(Problem problem, HashSet<int> lineTooBusy)
    {
        var bounded = problem.Kind is ProblemKind.TooManyOccurrences or ProblemKind.TooMuchCounting;
        problems.Add(new(bounded ? FeedFault.TooManyRepeats : FeedFaults.Of(problem.Kind), problem.Line));
        if (bounded)
            lineTooBusy.Add(problem.Line);
    }

    private bool IsForAll(CalendarEvent entry)
    {
        FeedFault? fault =
            entry.Classification.ToString() is { Length: > 0 } kind && !kind.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase) ? FeedFault.PrivateEvent
            : entry.RecurrenceId is null && TitleOf(entry).Length == 0 ? FeedFault.MissingTitle
            : BusyWords.Are(entry.Summary.ToString()) ? FeedFault.OnlyBusyTime
            : entry.Status is EventStatus.Tentative ? FeedFault.NotCertain
            : null;
        if (fault is { } wrong)
            problems.Add(new(wrong, entry.Line));
        return fault is null;
    }

    private FeedItem? ItemOf(IGrouping<string, CalendarEvent> activity, List<Occurrence> occurrences)
    {
        var told = activity.FirstOrDefault(e => e.RecurrenceId is null) ?? activity.First();
        if (occurrences.Count > DatesPerItem)
        {
            problems.Add(new(FeedFault.TooManyRepeats, told.Line));
            return null;
        }
        var words = WordsOf(told);
        CheckWords(told, words);
        var dates = occurrences.Select(DateOf).Distinct().OrderBy(d => d.Start).ToList();
        return new(activity.Key, told.Line, activity.Max(e => e.Sequence), words, [.. activity.Select(e => OnlyTimes(e, activity.Key))], dates);
    }

    private void CheckWords(CalendarEvent told, FeedWords words)
    {
        if (IsUnclean(told.Summary.ToString()))
            problems.Add(new(FeedFault.UncleanTitle, told.Line));
        if (words.Place.Length == 0)
            problems.Add(new(FeedFault.MissingPlace, told.Line));
        if (told.End is null && told.Duration is null && !told.Start.IsDate)
            problems.Add(new(FeedFault.MissingEnd, told.Line));
        if (told.Uid.Length > 0 && titlesOf.TryGetValue(told.Uid, out var titles) && titles.Count > 1)
            problems.Add(new(FeedFault.SharedUid, told.Line));
    }

    private static bool IsUnclean(string title) => title.AsSpan().IndexOfAny('<', '\t') >= 0 || title.AsSpan().TrimStart() is ['=' or '+' or '@' or '-', ..];

    private static FeedDate DateOf(Occurrence occurrence)
    {
        var start = Local(occurrence.Start);
        var end = occurrence.End > occurrence.Start ? Local(occurrence.End) : start.PlusHours(1);
        return new(start, end, occurrence.AllDay, IsCancelled(occurrence.Event));
    }

    private static CalendarEvent OnlyTimes(CalendarEvent e, string key) =>
        new()
        {
            Uid = key,
            Start = e.Start,
            End = e.End is { } end && end.ToInstant(DutchTime.Zone) > e.Start.ToInstant(DutchTime.Zone) ? end : null,
            Duration = e.End is null && e.Duration is { } lasts && lasts != default ? lasts : HasUsableEnd(e) || e.Start.IsDate ? null : new CalendarDuration(0, 3600),
            Rules = e.Rules,
            ExceptionRules = e.ExceptionRules,
            RecurrenceDates = e.RecurrenceDates,
            ExceptionDates = e.ExceptionDates,
            RecurrenceId = e.RecurrenceId,
            ThisAndFuture = e.ThisAndFuture,
            Status = IsCancelled(e) ? EventStatus.Cancelled : e.Status,
        };

    private static bool HasUsableEnd(CalendarEvent e) => e.End is { } end && end.ToInstant(DutchTime.Zone) > e.Start.ToInstant(DutchTime.Zone);

    private static FeedWords WordsOf(CalendarEvent told) =>
        new(
            TitleOf(told),
            PlainWords.Text(told.Description.ToString()),
            PlainWords.ShortLine(told.Location.ToString()),
            FeedLink.Read(told.Url.ToString()),
            "",
            "",
            [.. told.Categories.Span.ToArray().Select(PlainWords.ShortLine).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            PointOf(told.Geo.ToString())
        );

    /// <summary>The UID; where there is none, or where it stands on different activities, what tells them apart.</summary>
    private string KeyOf(CalendarEvent entry)
    {
        if (entry.Uid.Length == 0)
            return StandInKey.Of(TitleOf(entry), entry.Location.ToString(), entry.Start.Local.ToString("s", InvariantCulture));
        if (!titlesOf.TryGetValue(entry.Uid, out var titles) || titles.Count < 2)
            return StandInKey.Short(entry.Uid);
        var title = TitleOf(entry);
        return StandInKey.Of(entry.Uid, titles.Contains(title, StringComparer.Ordinal) ? title : titles[0]);
    }

    private static string TitleOf(CalendarEvent entry) => PlainWords.WithoutCancelled(PlainWords.Title(entry.Summary.ToString())).Title;

    private static bool IsCancelled(CalendarEvent entry) =>
        entry.Status is EventStatus.Cancelled || PlainWords.WithoutCancelled(PlainWords.Title(entry.Summary.ToString())).Cancelled;

    private int? Hours() => feed.RefreshInterval is { } wait ? (int)Math.Clamp(wait.Days * 24 + wait.Seconds / 3600, 0, 24 * 30) : null;

    private static LocalDateTime Local(Instant at) => at.InZone(DutchTime.Zone).LocalDateTime;

    private static GeoPoint? PointOf(string geo) =>
        geo.Split(';') is [var latitude, var longitude] ? FeedPoint.Read(latitude, longitude) : null;
}
