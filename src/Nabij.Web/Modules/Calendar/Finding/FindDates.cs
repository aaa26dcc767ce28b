using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Searching;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Finding;

/// <summary>
/// Finds dates in the calendar: at most two queries, however much there is. It reads a few days by their index; within those it
/// looks at theme, part of the day, access and the rest.
/// </summary>
public sealed class FindDates(NabijDb db, MeantWords meant)
{
    /// <summary>As much as a page shows; there is a next page.</summary>
    public const int PerPage = 60;

    /// <summary>From this day until the day before <paramref name="until"/>, in order.</summary>
    public async Task<FoundDates> HandleAsync(AgendaFilter filter, LocalDate from, LocalDate until, int skip, CancellationToken ct)
    {
        var rows = await FoundRows.In(await MatchingAsync(filter, from, until, ct), db.ActivityHosts)
            .Skip(skip)
            .Take(PerPage + 1)
            .AsNoTracking()
            .ToListAsync(ct);
        var near = rows.Take(PerPage).Select(r => r.Seen(filter.Near?.From)).Where(r => IsNear(r, filter.Near));
        return new([.. near], rows.Count > PerPage);
    }

    /// <summary>The next date of each activity that the words may mean, soonest first.</summary>
    public async Task<FoundDates> SearchAsync(AgendaFilter filter, LocalDate from, LocalDate until, Instant now, CancellationToken ct)
    {
        var all = db.ActivityDates;
        var matching = (await MatchingAsync(filter, from, until, ct)).Where(m =>
            m.Date.EndsAt > now && !all.Any(d => d.Activity == m.Date.Activity && d.EndsAt > now && d.StartsAt < m.Date.StartsAt)
        );
        var rows = await FoundRows.In(matching, db.ActivityHosts).Take(PerPage + 1).AsNoTracking().ToListAsync(ct);
        return new([.. rows.Take(PerPage).Select(r => r.Seen(filter.Near?.From)).Where(r => IsNear(r, filter.Near))], rows.Count > PerPage);
    }

    /// <summary>The first few of every day of the month, and how many there are as far as that is worth counting.</summary>
    public async Task<IReadOnlyDictionary<LocalDate, FoundDay>> MonthAsync(AgendaFilter filter, LocalDate month, CancellationToken ct)
    {
        var first = month.With(DateAdjusters.StartOfMonth);
        var matching = await MatchingAsync(filter, first, first.PlusMonths(1), ct);
        // each day by its index, in one query: what a month costs depends on its days, not on how much there is
        var days = Enumerable.Range(0, first.Calendar.GetDaysInMonth(first.Year, first.Month)).Select(d => FirstOf(matching, first.PlusDays(d)));
        var found = await days.Aggregate((some, next) => some.Concat(next)).AsNoTracking().ToListAsync(ct);
        return found
            .GroupBy(d => d.Day)
            .ToDictionary(g => g.Key, g => new FoundDay(g.Count(), g.Count() == FoundDay.MostCounted, [.. g.OrderBy(d => d.StartsAt).ThenBy(d => d.Date.Value)]));
    }

    private static IQueryable<FoundInMonth> FirstOf(IQueryable<Match> matching, LocalDate day) =>
        matching
            .Where(m => m.Date.Day == day)
            .OrderBy(m => m.Date.StartsAt)
            .ThenBy(m => m.Date.Id)
            .Take(FoundDay.MostCounted)
            .Select(m => new FoundInMonth
            {
                Activity = m.Date.Activity,
                Date = m.Date.Id,
                Day = m.Date.Day,
                StartsAt = m.Date.StartsAt,
                WholeDay = m.Date.WholeDay,
                State = m.Date.State,
                Title = m.Activity.Title,
                Theme = m.Activity.Theme,
            });

    private async Task<IQueryable<Match>> MatchingAsync(AgendaFilter filter, LocalDate from, LocalDate until, CancellationToken ct)
    {
        var dates = db.ActivityDates.Between(from, until);
        if (filter.OnPaper)
            dates = dates.Where(d => d.State != DateState.Cancelled);
        if (filter.Parts.Count > 0)
            dates = dates.Where(d => filter.Parts.Contains(d.Part));
        foreach (var words in filter.Search.Length == 0 ? [] : await meant.HandleAsync(filter.Search, ct))
        {
            var known = db.ActivityWords;
            dates = dates.Where(d => known.Any(w => w.Activity == d.Activity && words.Contains(w.Word)));
        }
        return from date in dates join activity in Activities(filter) on date.Activity equals activity.Id select new Match { Date = date, Activity = activity };
    }

    private IQueryable<Activity> Activities(AgendaFilter filter)
    {
        var activities = filter.OnPaper ? db.Activities.IgnoreAutoIncludes().Sure : db.Activities.IgnoreAutoIncludes().Shown;
        if (filter.Buurt.Length > 0)
            activities = activities.Where(a => a.Venue.Buurt == filter.Buurt);
        if (filter.Themes.Count > 0)
            activities = activities.Where(a => filter.Themes.Contains(a.Theme));
        if (filter.For is { } audience)
            activities = activities.Where(a => a.Audience == audience || a.Audience == Audience.Everyone);
        if (filter.Access is not AccessFacts.None)
            activities = activities.Where(a => (a.Access & filter.Access) == filter.Access);
        if (filter.Free)
            activities = activities.Where(a => a.Cents == 0);
        return filter.Near is { } near ? activities.Within(Box.Around(near)) : activities;
    }

    private static bool IsNear(FoundDate found, NearBy? near) => near is null || found.MinutesOnFoot <= near.Minutes;
}

internal sealed class Match
{
    public ActivityDate Date { get; init; } = null!;
    public Activity Activity { get; init; } = null!;
}

/// <param name="More">There is another page.</param>
public sealed record FoundDates(IReadOnlyList<FoundDate> Dates, bool More);

/// <summary>A day of the month: how many there are, or that there are at least so many, and the first of them.</summary>
public sealed record FoundDay(int Count, bool AtLeast, IReadOnlyList<FoundInMonth> First)
{
    /// <summary>Further than this nobody counts.</summary>
    public const int MostCounted = 10;

    public static readonly FoundDay Empty = new(0, false, []);
}

public sealed class FoundInMonth
{
    public ActivityId Activity { get; init; }
    public ActivityDateId Date { get; init; }
    public LocalDate Day { get; init; }
    public Instant StartsAt { get; init; }
    public bool WholeDay { get; init; }
    public DateState State { get; init; }
    public string Title { get; init; } = "";
    public Theme Theme { get; init; }
}

/// <summary>Degrees around a point that surely hold all that is near on foot.</summary>
internal readonly record struct Box(double South, double North, double West, double East)
{
    private const double MetresPerMinute = 60;
    private const double MetresPerDegree = 111_000;

    /// <summary>A degree of longitude in the Netherlands is at least this part of one of latitude.</summary>
    private const double Narrower = 0.58;

    public static Box Around(NearBy near)
    {
        var high = near.Minutes * MetresPerMinute / MetresPerDegree;
        var wide = high / Narrower;
        return new(near.From.Latitude - high, near.From.Latitude + high, near.From.Longitude - wide, near.From.Longitude + wide);
    }
}

internal static class BoxQueries
{
    extension(IQueryable<Activity> activities)
    {
        public IQueryable<Activity> Within(Box box) =>
            activities.Where(a =>
                a.Venue.Latitude >= box.South
                && a.Venue.Latitude <= box.North
                && a.Venue.Longitude >= box.West
                && a.Venue.Longitude <= box.East
            );
    }
}
