using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Modules.Rooms;
using Nabij.Tests.Support;

namespace Nabij.Tests.Performance;

/// <summary>What a page asks of the database does not grow with what is on it.</summary>
public sealed class QueryCountTests
{
    private const int MostQueries = 8;
    private const int Asked = 6;

    [Fact]
    public async Task No_page_asks_the_database_more_than_eight_things()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Takes most of a minute, and how much is asked is decided before the database is asked: once is enough.");
        await using var street = await SettledStreetAsync();
        using var log = new QueryLog();

        var seen = 0;
        var idsOf = await IdsOfPagesAsync(street.App);
        foreach (var person in new[] { street.Joke, street.Truus, street.Riet, street.Kees })
        {
            var browser = await street.App.AsAsync(person);
            foreach (var (page, ids) in idsOf)
            {
                var shown = new List<string>();
                foreach (var id in ids)
                {
                    if ((await browser.VisitAsync(page.Url(id))).Status is HttpStatusCode.OK)
                        shown.Add(id);
                }
                seen += shown.Count;
                if (shown.Count > 0)
                    idsOf[page] = shown; // it is about these: the others try no more
            }
        }

        Assert.True(seen > 60, $"Only {seen} pages were shown.");
        Assert.True(log.Most.Count > 60, $"Only of {log.Most.Count} pages it was heard what they asked.");
        var greedy = log.Most.Where(m => m.Value > MostQueries).Select(m => $"{m.Key}: {m.Value}").Order(StringComparer.Ordinal);
        Assert.Equal([], greedy);
    }

    [Fact]
    public async Task A_page_that_asks_once_for_each_row_is_found_out()
    {
        await using var app = await TestApp.StartAsync(a => a.MoreServices = services => services.AddSingleton<IStartupFilter, OncePerRow>());
        using var log = new QueryLog();

        await app.AsVisitor().VisitAsync(OncePerRow.Path);

        Assert.True(log.MostOf(OncePerRow.Path) > MostQueries, $"{log.MostOf(OncePerRow.Path)}");
    }

    /// <summary>A few questions in the Lindelaan, asked of several neighbours.</summary>
    private static async Task<HelpStreet> SettledStreetAsync()
    {
        var street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees, street.Wim, street.Fatima, street.Truus, street.Nel, street.Bart);
        for (var count = 0; count < Asked; count++)
            await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        await School.OpenAsync(street.App, caretaker: street.Truus, bookedFor: street.Riet, askedBy: street.Joke);
        return street;
    }

    /// <summary>Of each page, what it might be about: all there is, until it is known.</summary>
    private static async Task<Dictionary<KnownPage, List<string>>> IdsOfPagesAsync(TestApp app)
    {
        var ids = (await app.IdsAsync(app.Community)).Select(id => id.ToString()).ToList();
        return app.Pages.ToDictionary(p => p, p => p.HasId ? ids : ["x"]);
    }

    /// <summary>A planted page that does it wrong.</summary>
    private sealed class OncePerRow : IStartupFilter
    {
        public const string Path = "/een-voor-een";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (http, rest) =>
                    {
                        if (http.Request.Path != Path)
                        {
                            await rest(http);
                            return;
                        }
                        var tally = QueryCounter.Start();
                        await AskAsync(http);
                        NabijMeter.Queries.Record(tally.Queries, new KeyValuePair<string, object?>("route", Path));
                    }
                );
                next(app);
            };

        private static async Task AskAsync(HttpContext http)
        {
            var db = http.RequestServices.GetRequiredService<NabijDb>();
            for (var row = 0; row < 2 * MostQueries; row++)
                await db.RoleAssignments.CountAsync(http.RequestAborted);
        }
    }
}
