using System.Globalization;
using Nabij.Demo.Towns;
using NodaTime;

namespace Nabij.Demo.Feeds;

/// <summary>
/// A year of a town in 35 calendars: what there is to do, who tells of it and in which words. The truth is known, so that can be
/// counted what is made of it. The same seed gives the same year.
/// </summary>
public sealed class YearOfFeeds
{
    private const string Templates = "activity_templates_nl.csv";
    private const double ToldByHall = 0.14;
    private const double ToldByTown = 0.08;
    private const int ChangesPerFeed = 3;
    private const int WeeksInWhichSeriesBegin = 4;

    private static readonly string[] Variants = ["", "", "", " voor beginners", " groep 1", " groep 2", " voor gevorderden", " met muziek", " XL", " in het Engels"];

    private readonly Random random;
    private readonly LocalDate from;
    private readonly int days;
    private readonly List<string[]> templates;
    private readonly HashSet<(string, string, IsoDayOfWeek, LocalTime)> taken = [];

    /// <param name="tellings">How many entries the calendars hold together.</param>
    /// <param name="from">The first day of the year.</param>
    /// <param name="days">Over how many days the single dates are spread.</param>
    /// <param name="seed">Of all that comes about by chance.</param>
    public YearOfFeeds(int tellings, LocalDate from, int days, int seed)
    {
        (random, this.from, this.days) = (new Random(seed), from, days);
        using var reader = new StreamReader(DataFile.Open(Templates));
        templates = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))];
        var told = new List<ToldActivity>();
        for (var number = 1; told.Count < tellings; number++)
            told.AddRange(TellingsOf(NewActivity(number)).Take(tellings - told.Count));
        First = told;
        Later = [.. told.GroupBy(t => t.By).SelectMany(Changed)];
    }

    /// <summary>What the calendars hold at first.</summary>
    public IReadOnlyList<ToldActivity> First { get; }

    /// <summary>What they hold later, when some were changed.</summary>
    public IReadOnlyList<ToldActivity> Later { get; }

    /// <summary>All pairs of entries that are the same activity, told by two.</summary>
    public IReadOnlySet<(string, string)> Duplicates =>
        First
            .GroupBy(t => t.What.Number)
            .SelectMany(same => same.SelectMany(_ => same, (a, b) => (a.Link, b.Link)))
            .Where(pair => string.CompareOrdinal(pair.Item1, pair.Item2) < 0)
            .ToHashSet();

    private TrueActivity NewActivity(int number)
    {
        var halls = FeedOrganisations.All.Where(o => o.Hall is not null).ToList();
        for (; ; )
        {
            var template = Pick(templates);
            var (host, hall) = (Pick(FeedOrganisations.All), Pick(halls).Hall!);
            var rhythm = Pick(Rhythms);
            var start = StartIn(template[2], rhythm is Rhythm.Once ? days : WeeksInWhichSeriesBegin * 7);
            var title = template[0] + Pick(Variants);
            if (!taken.Add((hall, template[0], start.DayOfWeek, start.TimeOfDay))) // the same thing, there, at that hour: nobody could tell them apart
                continue;
            return new(number, title, $"{title}: iedereen is welkom. Bel gerust van tevoren.", host, hall, start, int.Parse(template[3], CultureInfo.InvariantCulture), rhythm, template[1], template[5]);
        }
    }

    private static readonly Rhythm[] Rhythms =
        [Rhythm.Weekly, Rhythm.Weekly, Rhythm.Weekly, Rhythm.Weekly, Rhythm.EveryOtherWeek, Rhythm.EveryOtherWeek, Rhythm.Monthly, Rhythm.Monthly, Rhythm.Once, Rhythm.Once, Rhythm.Once];

    private LocalDateTime StartIn(string part, int within)
    {
        var day = from.PlusDays(random.Next(within));
        var (first, last) = part switch
        {
            "ochtend" => (9, 11),
            "middag" => (13, 15),
            _ => (19, 20),
        };
        return day + new LocalTime(random.Next(first, last + 1), random.Next(2) * 30);
    }

    private IEnumerable<ToldActivity> TellingsOf(TrueActivity what)
    {
        yield return new(what, what.Host, what.Title, what.Hall, what.Start);
        var hall = FeedOrganisations.All.First(o => o.Hall == what.Hall);
        if (hall != what.Host && random.NextDouble() < ToldByHall)
            yield return Retold(what, hall);
        if (FeedOrganisations.Town is var town && town != what.Host && random.NextDouble() < ToldByTown)
            yield return Retold(what, town);
    }

    private ToldActivity Retold(TrueActivity what, FeedOrganisation by)
    {
        var place = random.Next(4) == 0 ? what.Hall.Split(',')[0] : what.Hall;
        var start = random.Next(10) == 0 ? what.Start.PlusMinutes(-15) : what.Start;
        return new(what, by, OtherWords(what), place, start);
    }

    private string OtherWords(TrueActivity what) =>
        random.Next(20) switch
        {
            < 6 => what.Title,
            < 9 => $"{what.Title} - {what.Host.Name}",
            < 12 => $"{what.Host.Name}: {what.Title}",
            < 14 => $"Gezellig: {what.Title}",
            < 16 => $"{what.Title} voor senioren",
            < 18 => Mistyped(what.Title),
            18 => string.Join(' ', what.Title.Split(' ').Reverse()),
            _ => "Kom gezellig langs",
        };

    private string Mistyped(string title)
    {
        var at = random.Next(1, title.Length - 1);
        return $"{title[..at]}{title[(at + 1)..]}";
    }

    /// <summary>Of a calendar that changes a few entries are reworded, moved, cancelled in two ways, or vanish.</summary>
    private static IEnumerable<ToldActivity> Changed(IGrouping<FeedOrganisation, ToldActivity> calendar) =>
        calendar.Key.Fate is FeedFate.Changes ? calendar.Select(ChangedAt) : calendar;

    private static ToldActivity ChangedAt(ToldActivity told, int place) =>
        (place / ChangesPerFeed) switch
        {
            0 => told with { Title = $"{told.Title} (vernieuwd)" },
            1 => told with { Start = told.Start.PlusMinutes(30) },
            2 => told with { Telling = Telling.Cancelled },
            3 => told with { Telling = Telling.CancelledByTitle },
            4 => told with { Telling = Telling.Vanished },
            _ => told,
        };

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
