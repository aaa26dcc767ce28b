using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Activities;
using Nabij.Demo.Cast;
using Nabij.Demo.Circles;
using Nabij.Demo.Feeds;
using Nabij.Demo.Organisations;
using Nabij.Demo.Meetings;
using Nabij.Demo.Rooms;
using Nabij.Demo.Telephone;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Demo.Volunteers;
using Nabij.Demo.Weeks;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Demo;

/// <summary>
/// Four places with their people and two weeks of questions, told with a clock that is moved through the days before today. It
/// goes by the commands that the pages use, so all that is seen later hangs together.
/// </summary>
public static class Seeding
{
    /// <summary>How the sign of an account begins that a visitor of the demo may use.</summary>
    public const string DemoLogin = "demo-";

    private const int Seed = 2026;

    public static async Task SeedIfEmptyAsync(IServiceProvider services, TextWriter say)
    {
        if (await IsToldAsync(services))
            return;

        var days = new StoryDays(services.GetRequiredService<StoryClock>().GetCurrentInstant());
        await say.WriteLineAsync("The demo begins empty: four places are filled, with two weeks of questions each. This takes less than a minute.");
        // side by side: each place has a story of its own, and the database takes their changes in turn
        await Task.WhenAll(FourTowns.All.Index().Select(t => Task.Run(() => TellAsync(t.Item, services, days, Seed + t.Index, say))));
    }

    private static async Task TellAsync(Town town, IServiceProvider services, StoryDays days, int seed, TextWriter say)
    {
        services.GetRequiredService<StoryClock>().BeginStory(days.Now);
        var watch = Stopwatch.StartNew();
        var (cast, numbers) = (Casts.Of(town), new FictitiousNumbers(town.AreaCode));

        var place = await SettleTown.SettleAsync(town, cast, services, days, numbers, seed);
        await SayAsync($"{place.Residents.Count} people live in {place.Doors.CountBy(d => d.Street).Count()} streets");
        await new OrganisationsOfATown(place, days, numbers).AddAsync(place.First(Role.DistrictSupporter));
        var activities = await new ActivitiesOfATown(place, days).AddAsync(place.First(Role.DistrictSupporter));
        await SayAsync($"{activities} things to do");
        var circles = await new CirclesOfAPlace(place, days).StartAsync();
        await SayAsync($"{circles} circles of neighbours");
        if (town == FourTowns.Wijk)
            await TellOfCalendarsAsync();
        var questions = await new WeekOfAPlace(place, days).TellAsync();
        await new ProposalOfAPlace(place, days).AddAsync();
        await new LifeOfCircles(place, days).LiveAsync();
        await new RoomsOfATown(place).AddAsync(place.First(Role.DistrictSupporter));
        await new TelephoneOfAPlace(place, days).AnswerAsync();
        await new MeetingOfAPlace(place, days).HoldAsync();
        await new VolunteersOfATown(place, days).AddAsync(place.First(Role.DistrictSupporter));
        await SignInsOfTheCast.AddAsync(cast, place);
        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{questions} questions asked; ready after {watch.Elapsed.TotalSeconds:0} s"));

        async Task TellOfCalendarsAsync()
        {
            var served = services.GetService<DemoCalendarsServed>()?.Server;
            await using var own = served is null ? await DemoCalendars.TryStartAsync(SystemClock.Instance) : null;
            if ((served ?? own) is { } calendars)
                await SayAsync($"{await new FeedsOfAPlace(place, days, numbers).AddAsync(place.First(Role.DistrictSupporter), calendars)} organisations keep a calendar");
        }

        Task SayAsync(string what) => say.WriteLineAsync($"  {town.Name}: {what}");
    }

    /// <summary>Whether the story was told to its end; the accounts come last.</summary>
    private static async Task<bool> IsToldAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        var communities = await db.Communities.CountAsync();
        if (communities == 0)
            return false;
        var told = await db.AccountPersons.IgnoreQueryFilters().Select(p => EF.Property<Kernel.CommunityId>(p, SharedTables.Community)).Distinct().CountAsync();
        return told >= FourTowns.All.Count
            ? true
            : throw new InvalidOperationException("The demo was broken off while it was being filled. Begin anew: ./run --fresh");
    }
}
