using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>
/// A year of requests with reluctant helpers, through the real commands, jobs and database. How many: <c>NABIJ_SIMULATED_REQUESTS</c>, 300 when it says nothing; with
/// which dice: <c>NABIJ_SEED</c>.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;

    [Fact]
    public async Task Every_request_of_a_year_ends_or_is_on_a_desk_and_no_promise_to_a_helper_is_broken()
    {
        var (requests, seed) = (Setting("NABIJ_SIMULATED_REQUESTS", 300), Setting("NABIJ_SEED", 20260602));
        await using var app = await TestApp.StartAsync();
        var year = new YearOfHelp(app, requests, seed);
        var watch = Stopwatch.StartNew();

        await year.RunAsync();

        var all = await year.AllAsync();
        Report(year, all, seed, watch.Elapsed);
        Assert.Empty(year.Broken);
        Assert.Equal(requests, all.Count);
        Assert.DoesNotContain(all, r => r is { IsOpen: true, State: not HelpState.OnDesk });
        Assert.InRange(YearOfHelp.Gini(year.TimesAsked.Values), 0, 0.4);
        await NothingOpenIsSilentAsync(app, all);
    }

    [Fact]
    public void The_measure_of_spread_knows_the_extremes()
    {
        Assert.Equal(0, YearOfHelp.Gini([3, 3, 3, 3]), 6);
        Assert.Equal(0.75, YearOfHelp.Gini([0, 0, 0, 8]), 6);
    }

    private static async Task NothingOpenIsSilentAsync(TestApp app, List<HelpRequest> all)
    {
        var followed = await app.InDbAsync(db => db.FollowUps.Open.Where(f => f.SubjectKind == "HelpRequest").Select(f => f.SubjectId).ToListAsync());

        Assert.Equal(all.Where(r => r.IsOpen).Select(r => r.Id.Value).Order(), followed.Order());
    }

    private void Report(YearOfHelp year, List<HelpRequest> all, int seed, TimeSpan took)
    {
        var states = string.Join(", ", all.GroupBy(r => r.State).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"));
        var line =
            $"seed {seed}: {all.Count} requests in {took.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of this process's processor time; {states}; asked {year.TimesAsked.Values.Sum()} times; "
            + $"Gini of asking {YearOfHelp.Gini(year.TimesAsked.Values):0.00}, of helping {YearOfHelp.Gini(year.Helped.Values):0.00}";
        output.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
    }
}
