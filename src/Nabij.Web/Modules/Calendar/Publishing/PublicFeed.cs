using Microsoft.EntityFrameworkCore;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Publishing;

/// <summary>
/// The calendar for other calendars: dates one by one, cancelled shown as cancelled. It reaches so far ahead, and holds so many dates,
/// that it takes as long in a large town as in a small one.
/// </summary>
public sealed class PublicFeed(NabijDb db, CurrentCommunity community, IClock clock)
{
    public const int MostDates = 1_000;
    private const int DaysBack = 7;
    private const int WeeksAhead = 13;
    private const string Product = "-//Nabij//Agenda//NL";

    /// <summary>Changes whenever something in the calendar does, and with the day. One look at an index.</summary>
    public async Task<string> MarkAsync(OrganisationId? organisation, CancellationToken ct)
    {
        var newest = await db.Activities.OrderByDescending(a => a.ChangedAt).Select(a => (Instant?)a.ChangedAt).FirstOrDefaultAsync(ct);
        var day = clock.GetCurrentInstant().TodayAt();
        return FormattableString.Invariant($"\"{newest?.ToUnixTimeTicks() ?? 0:x}-{day.Year}{day.DayOfYear}-{organisation?.Value:N}\"");
    }

    public async Task<IReadOnlyList<PublishedDate>> DatesAsync(OrganisationId? organisation, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var hosts = db.ActivityHosts;
        var shown = db.Activities.IgnoreAutoIncludes().Shown;
        if (organisation is { } host)
            shown = shown.Where(a => hosts.Any(h => h.Activity == a.Id && h.Organisation == host));
        return await (
            from date in db.ActivityDates.Between(today.PlusDays(-DaysBack), today.PlusWeeks(WeeksAhead))
            join activity in shown on date.Activity equals activity.Id
            orderby date.Day, date.StartsAt, date.Id
            select new PublishedDate
            {
                Date = date,
                Activity = activity.Id,
                Title = activity.Title,
                Description = activity.Description,
                Venue = activity.Venue,
                Revision = activity.Revision,
                ChangedAt = activity.ChangedAt,
                IsSure = activity.Freshness != Freshness.Silent && activity.CancelledAt == null,
            }
        )
            .Take(MostDates)
            .AsNoTracking()
            .ToListAsync(ct);
    }

    public byte[] Write(IReadOnlyList<PublishedDate> dates, string title, string pages) =>
        CalendarWriter.ToBytes(
            new CalendarFeed { Name = title, Url = pages, RefreshInterval = new(0, 6 * 3600), Events = [.. dates.Select(d => Event(d, pages))] },
            Product
        );

    private CalendarEvent Event(PublishedDate published, string pages)
    {
        var date = published.Date;
        return new()
        {
            Uid = $"{date.Id.Value}@{community.Slug}",
            Start = date.WholeDay ? CalendarTime.On(date.Day) : CalendarTime.At(date.StartsAt),
            End = date.WholeDay ? CalendarTime.On(date.EndsAt.TodayAt()) : CalendarTime.At(date.EndsAt),
            Sequence = published.Revision,
            Stamp = published.ChangedAt,
            Status = Status(published),
            Summary = published.Title,
            Description = published.Description,
            Location = published.Venue.InWords,
            Url = $"{pages}/{published.Activity.Value}/{date.Id.Value}",
        };
    }

    private static EventStatus Status(PublishedDate published) =>
        !published.Date.GoesOn ? EventStatus.Cancelled
        : published.IsSure ? EventStatus.Confirmed
        : EventStatus.Tentative;
}

/// <summary>A date with as much of its activity as others are told.</summary>
public sealed class PublishedDate
{
    public ActivityDate Date { get; init; } = null!;
    public ActivityId Activity { get; init; }
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public Venue Venue { get; init; } = Venue.Unknown;
    public int Revision { get; init; }
    public Instant ChangedAt { get; init; }

    /// <summary>Somebody confirmed it in time.</summary>
    public bool IsSure { get; init; }

    public static PublishedDate Of(Activity activity, ActivityDate date) =>
        new()
        {
            Date = date,
            Activity = activity.Id,
            Title = activity.Title,
            Description = activity.Description,
            Venue = activity.Venue,
            Revision = activity.Revision,
            ChangedAt = activity.ChangedAt,
            IsSure = activity.IsSure,
        };
}
