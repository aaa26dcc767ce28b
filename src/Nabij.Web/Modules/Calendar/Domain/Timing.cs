using System.ComponentModel.DataAnnotations.Schema;
using System.Text;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// When it is: a calendar of RFC 5545 with one event, or one series and the changes to it, on the clock in Amsterdam where it names
/// no zone. In the holidays of a school region, or on public holidays, it may rest.
/// </summary>
[ComplexType]
public sealed record Timing(string Calendar, HolidayRegion? RestsInHolidaysOf, bool RestsOnPublicHolidays)
{
    public const int MaxCalendarLength = 200_000;

    /// <summary>More dates than these in a year and a half is no neighbourhood activity but a mistake.</summary>
    public const int MaxDates = 1_500;

    private const string Product = "-//Nabij//Agenda//NL";

    /// <summary>These events: one, or a series with its changes.</summary>
    public static Timing Of(IEnumerable<CalendarEvent> events, HolidayRegion? restsInHolidaysOf = null, bool restsOnPublicHolidays = false) =>
        new(
            Encoding.UTF8.GetString(CalendarWriter.ToBytes(new CalendarFeed { Events = [.. events] }, Product)),
            restsInHolidaysOf,
            restsOnPublicHolidays
        );

    /// <summary>From this moment to that, once, or by a rule.</summary>
    public static Timing From(LocalDateTime start, LocalDateTime end, RecurrenceRule? rule = null) =>
        Of([
            new CalendarEvent
            {
                Uid = "typed",
                Start = CalendarTime.At(start, CalendarZone.Floating),
                End = CalendarTime.At(end, CalendarZone.Floating),
                Rules = rule is null ? default : new(rule),
            },
        ]);

    public IReadOnlyList<CalendarEvent> ReadEvents() => CalendarReader.Read(Encoding.UTF8.GetBytes(Calendar)).Events;

    /// <summary>The dates that start within these days, in order; each with the moment that the series had meant for it.</summary>
    public IReadOnlyList<PlannedDate> DatesWithin(DateInterval days)
    {
        var feed = CalendarReader.Read(Encoding.UTF8.GetBytes(Calendar));
        var limits = ExpansionLimits.Default with { Occurrences = MaxDates, OccurrencesPerEvent = MaxDates };
        var window = new Interval(
            days.Start.InstantAt(LocalTime.Midnight),
            days.End.PlusDays(1).InstantAt(LocalTime.Midnight)
        );
        return
        [
            .. feed.Occurrences(window, DutchTime.Zone, limits)
                .Select(PlannedDate.Of)
                .Where(date => days.Contains(date.Day) && !Rests(date.Day))
                .GroupBy(date => date.PlannedFor)
                .Select(same => same.First())
                .OrderBy(date => date.StartsAt),
        ];
    }

    /// <summary>Whether it goes on and on, so that new dates come into sight with time.</summary>
    public bool Recurs => ReadEvents().Any(e => e.Recurs);

    private bool Rests(LocalDate day) =>
        RestsOnPublicHolidays && PublicHolidays.On(day) is not null
        || RestsInHolidaysOf is { } region && SchoolHolidays.On(day, region) is not null;
}

/// <summary>One date as its calendar has it.</summary>
/// <param name="PlannedFor">The start that the series gave it: it stays the same when the date is moved.</param>
public sealed record PlannedDate(Instant PlannedFor, Instant StartsAt, Instant EndsAt, bool WholeDay, bool Moved, bool Cancelled)
{
    public LocalDate Day => StartsAt.TodayAt();

    /// <summary>The same date at another time.</summary>
    public static PlannedDate MovedTo(ActivityDate date, LocalDateTime start, LocalDateTime end) =>
        new(date.PlannedFor, start.Date.InstantAt(start.TimeOfDay), end.Date.InstantAt(end.TimeOfDay), WholeDay: false, Moved: true, Cancelled: false);

    public static PlannedDate Of(Occurrence occurrence)
    {
        var change = occurrence.Event is { RecurrenceId: not null, ThisAndFuture: false } ? occurrence.Event : null;
        var plannedFor = change?.RecurrenceId?.ToInstant(DutchTime.Zone) ?? occurrence.Start;
        return new(
            plannedFor,
            occurrence.Start,
            occurrence.End,
            occurrence.AllDay,
            plannedFor != occurrence.Start,
            occurrence.Event.Status is EventStatus.Cancelled
        );
    }
}
