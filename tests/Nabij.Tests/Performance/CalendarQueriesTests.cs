using System.Net;
using Nabij.Modules.Calendar.Searching;
using Nabij.Tests.Modules.Calendar;
using Nabij.Tests.Support;
using static Nabij.Tests.Modules.Calendar.CalendarStreet;

namespace Nabij.Tests.Performance;

/// <summary>However much there is to do, the calendar asks the database as little.</summary>
public sealed class CalendarQueriesTests
{
    private const int MostQueries = 6;

    private static readonly string[] Looked =
    [
        "agenda?van=2026-06-01&wat=Meet&handig=Free&dagdeel=Morning",
        "agenda?van=2026-06-01&zoek=koffie",
        "agenda/maand?van=2026-06-01",
        "agenda/maandblad?van=2026-06-01",
        "agenda/weekblad?van=2026-06-01",
        "agenda.ics",
        "agenda.rss",
    ];

    [Fact]
    public async Task The_pages_and_feeds_of_the_calendar_ask_at_most_six_things_and_no_more_when_there_is_more()
    {
        await using var app = await TestApp.StartAsync();
        var few = await AskedAsync(app, activities: 3);
        var many = await AskedAsync(app, activities: 40);

        Assert.Equal([], few.Where(f => f.Value > MostQueries).Select(f => $"{f.Key}: {f.Value}"));
        Assert.Equal(few.OrderBy(f => f.Key, StringComparer.Ordinal), many.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    /// <summary>How much each route asked at most, with so many more activities on as many days.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> AskedAsync(TestApp app, int activities)
    {
        var host = await app.OrganisationAsync("Welzijn");
        for (var number = 0; number < activities; number++)
            await app.ActivityAsync(Coffee($"Koffie {number}"), June(1 + number % 28, 10), null, host);
        await app.RunAsync<IndexWordsJob>();
        using var log = new QueryLog();
        foreach (var path in Looked)
            Assert.Equal(HttpStatusCode.OK, (await app.AsVisitor().VisitAsync(path)).Status);
        Assert.True(log.Most.Count >= 6, string.Join(' ', log.Most.Keys));
        return log.Most;
    }
}
