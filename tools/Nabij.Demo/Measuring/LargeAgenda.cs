using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Algorithms.ICalendar;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Demo.Measuring;

/// <summary>One community with so many activities of 35 organisations: most once, some every month, some every week.</summary>
public sealed class LargeAgenda(IServiceProvider services, int activities, int seed, Action<string> say)
{
    private const int Organisations = 35;
    private const int SavedAtOnce = 500;
    private static readonly string[] Titles = ["Koffie-inloop", "Wandelen", "Koersbal", "Samen eten", "Schilderen", "Taalcafé", "Zingen", "Bewegen op de stoel"];

    public async Task<string> MakeAsync()
    {
        var clock = services.GetRequiredService<StoryClock>();
        var now = clock.GetCurrentInstant();
        clock.BeginStory(now);
        var community = new Community(string.Create(CultureInfo.InvariantCulture, $"agenda-{activities}-{seed}"), "Meting", "Meting")
        {
            PhoneNumber = FictitiousNumbers.OfOffice("0228"),
            OfficeHours = "altijd",
            MailAddress = "meting@meting.example",
        };
        var stage = new Stage(services, await Founding.AddAsync(community, services));
        var hosts = Enumerable.Range(1, Organisations).Select(n => Host(n, now)).ToList();
        await stage.SaveAsync([.. hosts]);

        var random = new Random(seed);
        var dates = 0;
        foreach (var some in Enumerable.Range(0, activities).Chunk(SavedAtOnce))
        {
            var rows = some.SelectMany(n => Rows(n, hosts[n % Organisations].Id, random, now)).ToList();
            await stage.SaveAsync([.. rows]);
            dates += rows.Count(r => r is ActivityDate);
        }
        say(string.Create(CultureInfo.InvariantCulture, $"  {activities:N0} activities on {dates:N0} dates"));
        await LookedAtAsync(stage, now);
        return community.Slug;
    }

    /// <summary>Who looks at it comes last: then it is made.</summary>
    private static async Task LookedAtAsync(Stage stage, Instant now)
    {
        var riet = new Person("Riet", "Bakker", new(ConsentWay.Spoken, now, NotedBy: null));
        await stage.SaveAsync([riet]);
        await stage.ActAsync(scope => scope.GetRequiredService<SignIn>().LinkAsync($"{Seeding.DemoLogin}{riet.Id.Value:N}", riet.Id, "Riet", CancellationToken.None));
    }

    private static Organisation Host(int number, Instant now)
    {
        var organisation = new Organisation();
        organisation.Describe(new(string.Create(CultureInfo.InvariantCulture, $"Vereniging {number}"), "Activiteiten", FictitiousNumbers.OfOffice("0228"), null, []), now).Accept();
        return organisation;
    }

    private static IEnumerable<object> Rows(int number, OrganisationId host, Random random, Instant now)
    {
        var today = now.TodayAt();
        var activity = new Activity(Source.Typed, now - Duration.FromMinutes(random.Next(1, 10_000)));
        var rule = random.Next(10) switch
        {
            0 => new RecurrenceRule(Frequency.Weekly),
            1 or 2 => new RecurrenceRule(Frequency.Weekly) { Interval = 4 },
            _ => null,
        };
        var start = today.PlusDays(rule is null ? random.Next(-7, 360) : random.Next(-7, 28)) + new LocalTime(random.Next(9, 21), 30);
        var themes = Enum.GetValues<Theme>();
        var details = new ActivityDetails(string.Create(CultureInfo.InvariantCulture, $"{Titles[number % Titles.Length]} {number}"), themes[random.Next(themes.Length)], Venue.Named("Wijkcentrum De Kade"))
        {
            Description = "Iedereen is welkom. Bel gerust van tevoren.",
            Cents = random.Next(3) * 150,
        };
        activity.Describe(details, activity.AddedAt);
        activity.HostedBy([host], activity.AddedAt);
        activity.TakesPlace(Timing.From(start, start.PlusMinutes(90), rule), activity.AddedAt);
        activity.Confirm(ConfirmedHow.ByFeed, null, now);
        activity.Indexed(now);
        return [activity, .. DatePlan.Follow(activity, [], now, today).Added];
    }
}
