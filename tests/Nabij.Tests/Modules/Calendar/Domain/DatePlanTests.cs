using Nabij.Algorithms.ICalendar;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Domain;

/// <summary>The coffee morning in De Kade and its dates, without a database.</summary>
public sealed class DatePlanTests
{
    private static readonly LocalDate Today = new(2026, 6, 2);
    private static readonly Instant Now = Today.InstantAt(new(9, 10));
    private static readonly RecurrenceRule EveryMonday = new(Frequency.Weekly) { ByDay = new(new WeekdayNumber(IsoDayOfWeek.Monday)) };
    private static readonly LocalDateTime Monday = new(2026, 5, 18, 10, 0);

    [Fact]
    public void A_weekly_coffee_stands_in_the_table_for_a_year_and_keeps_its_hour_when_the_clocks_change()
    {
        var changes = Follow(Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday)), []);

        Assert.Equal(new LocalDate(2026, 5, 18), changes.Added[0].Day);
        Assert.Equal(new LocalDate(2027, 6, 7), changes.Added[^1].Day);
        Assert.Equal(56, changes.Added.Count);
        Assert.All(changes.Added, d => Assert.Equal(new LocalTime(10, 0), d.StartsAt.InZone(DutchTime.Zone).TimeOfDay));
    }

    [Fact]
    public void In_the_school_holidays_of_the_middle_and_on_public_holidays_there_is_no_coffee()
    {
        var timing = Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday) with
        {
            RestsInHolidaysOf = HolidayRegion.Central,
            RestsOnPublicHolidays = true,
        };

        var days = timing.DatesWithin(new(new(2026, 5, 18), new(2026, 9, 7))).Select(d => d.Day).ToList();

        Assert.DoesNotContain(new LocalDate(2026, 5, 25), days); // Whit Monday
        Assert.Equal([new(2026, 7, 13), new(2026, 8, 31), new(2026, 9, 7)], days.TakeLast(3));
    }

    [Fact]
    public void A_date_that_was_cancelled_by_hand_stays_cancelled_when_the_calendar_is_read_again()
    {
        var coffee = Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday));
        var dates = Follow(coffee, []).Added;
        var eighth = dates.Single(d => d.Day == new LocalDate(2026, 6, 8));
        Assert.Null(eighth.Cancel("De zaal is dicht.", Now));

        var again = Follow(coffee, dates);

        Assert.Empty(again.Added);
        Assert.Empty(again.Removed);
        Assert.Equal((DateState.Cancelled, "De zaal is dicht."), (eighth.State, eighth.Note));
    }

    [Fact]
    public void A_coming_date_that_vanishes_is_taken_away_unless_people_signed_up()
    {
        var coffee = Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday));
        var dates = Follow(coffee, []).Added;
        dates.Single(d => d.Day == new LocalDate(2026, 6, 15)).Take(2);

        coffee.TakesPlace(Timing.From(Monday, Monday.PlusMinutes(90)), Now);
        var changes = Follow(coffee, dates);

        Assert.Equal([new LocalDate(2026, 6, 15)], changes.Vanished.Select(d => d.Day));
        Assert.DoesNotContain(changes.Removed, d => d.Day < Today);
        Assert.Equal(52, changes.Removed.Count);
    }

    [Fact]
    public void A_change_to_one_date_in_the_calendar_moves_that_date_and_keeps_its_row()
    {
        var coffee = Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday));
        var dates = Follow(coffee, []).Added;
        var series = coffee.Timing.ReadEvents()[0];
        var planned = CalendarTime.At(new(2026, 6, 8, 10, 0), CalendarZone.Floating);
        var moved = CalendarTime.At(new(2026, 6, 9, 14, 0), CalendarZone.Floating);
        var change = series with { Rules = default, RecurrenceId = planned, Start = moved, End = CalendarTime.At(moved.Local.PlusHours(1), CalendarZone.Floating) };

        coffee.TakesPlace(Timing.Of([series, change]), Now);
        var changes = Follow(coffee, dates);

        Assert.Equal((0, 0), (changes.Added.Count, changes.Removed.Count));
        Assert.Equal(DateState.Moved, dates.Single(d => d.Day == new LocalDate(2026, 6, 9)).State);
    }

    [Fact]
    public void When_all_is_cancelled_the_past_stays_as_it_was()
    {
        var coffee = Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday));
        var dates = Follow(coffee, []).Added;

        coffee.CancelAll(Now);
        Follow(coffee, dates);

        Assert.All(dates, d => Assert.Equal(d.Day >= Today, d.State is DateState.Cancelled));
    }

    [Fact]
    public void Once_is_planned_for_good_and_a_series_is_looked_at_again()
    {
        var once = Coffee(Timing.From(Monday, Monday.PlusMinutes(90)));
        var weekly = Coffee(Timing.From(Monday, Monday.PlusMinutes(90), EveryMonday));
        Follow(once, []);
        Follow(weekly, []);

        Assert.Equal(LocalDate.MaxIsoValue, once.PlannedUntil);
        Assert.Equal(CalendarWindow.LastDay(Today), weekly.PlannedUntil);
    }

    [Fact]
    public void Of_two_entries_of_one_activity_one_is_shown_and_both_hosts_are_credited_until_they_are_parted()
    {
        var (welfare, church) = (Nabij.Kernel.OrganisationId.New(), Nabij.Kernel.OrganisationId.New());
        var (shown, duplicate) = (Coffee(Timing.From(Monday, Monday)), Coffee(Timing.From(Monday, Monday)));
        shown.HostedBy([welfare], Now);
        duplicate.HostedBy([church], Now);

        duplicate.MergeInto(shown, Now);
        Assert.Equal([welfare, church], shown.Hosts.OrderBy(h => h.Place).Select(h => h.Organisation));
        Assert.False(duplicate.IsSure);

        duplicate.PartFrom(shown, Now);
        Assert.Equal([welfare], shown.Hosts.Select(h => h.Organisation));
    }

    private static Activity Coffee(Timing timing)
    {
        var coffee = new Activity(Source.Typed, Now);
        coffee.Describe(new("Koffie-inloop", Theme.Meet, Venue.Named("Wijkcentrum De Kade")), Now);
        coffee.TakesPlace(timing, Now);
        return coffee;
    }

    private static DateChanges Follow(Activity activity, IReadOnlyCollection<ActivityDate> known) =>
        DatePlan.Follow(activity, known, Now, Today);
}
