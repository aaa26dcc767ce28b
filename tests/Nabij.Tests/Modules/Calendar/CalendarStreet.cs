using Microsoft.Extensions.DependencyInjection;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Planning;
using Nabij.Modules.Directory.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar;

/// <summary>What there is to do in Stede Broec in the week of Tuesday 2 June 2026.</summary>
internal static class CalendarStreet
{
    public static async Task<OrganisationId> OrganisationAsync(this TestApp app, string name, PersonId? contact = null)
    {
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new(name, "Activiteiten", "0228 52 00 00", contact, []), app.Clock.Now));
        await app.SaveAsync(organisation);
        return organisation.Id;
    }

    /// <summary>An activity that somebody typed in, with its dates.</summary>
    public static Task<Activity> ActivityAsync(
        this TestApp app,
        ActivityDetails details,
        LocalDateTime start,
        RecurrenceRule? rule = null,
        params OrganisationId[] hosts
    ) => app.ActivityAsync(details, Timing.From(start, start.PlusMinutes(90), rule), hosts);

    public static Task<Activity> ActivityAsync(this TestApp app, ActivityDetails details, WhenItIs when, params OrganisationId[] hosts) =>
        app.ActivityAsync(details, when.ToTiming(), hosts);

    private static Task<Activity> ActivityAsync(this TestApp app, ActivityDetails details, Timing timing, OrganisationId[] hosts) =>
        app.InScopeAsync(async scope =>
        {
            var activity = new Activity(Source.Typed, app.Clock.Now);
            activity.Describe(details, app.Clock.Now);
            activity.HostedBy(hosts, app.Clock.Now);
            activity.TakesPlace(timing, app.Clock.Now);
            activity.Confirm(ConfirmedHow.Typed, null, app.Clock.Now);
            var db = scope.GetRequiredService<NabijDb>();
            db.Add(activity);
            await scope.GetRequiredService<PlanDates>().HandleAsync(activity, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return activity;
        });

    public static ActivityDetails Coffee(string title = "Koffie-inloop") => new(title, Theme.Meet, Venue.Named("Wijkcentrum De Kade")) { Cents = 0 };

    public static RecurrenceRule Weekly { get; } = new(Frequency.Weekly);

    public static LocalDateTime June(int day, int hour, int minute = 0) => new(2026, 6, day, hour, minute);
}
