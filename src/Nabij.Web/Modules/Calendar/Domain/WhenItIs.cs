using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// When something is, as people say it: on a day, from one time to another, and how often it comes round. <paramref name="Every"/>
/// null is once; <paramref name="Last"/> null is until further notice.
/// </summary>
public sealed record WhenItIs(
    LocalDate First,
    LocalTime From,
    LocalTime Until,
    RepeatEvery? Every = null,
    LocalDate? Last = null,
    HolidayRegion? NotInSchoolHolidaysOf = null,
    bool NotOnPublicHolidays = false
)
{
    private const int MaxYearsAhead = 3;

    /// <summary>Null for a single day.</summary>
    public Repeat? Repeat =>
        Every is { } every ? new(every, First, Last ?? First.PlusWeeks(CalendarWindow.WeeksAhead), NotInSchoolHolidaysOf, NotOnPublicHolidays) : null;

    public Refusal? RefusalSeenFrom(LocalDate today) =>
        this switch
        {
            _ when Every is null && First < today => new DateIsOver(),
            _ when First > today.PlusYears(MaxYearsAhead) || First < today.PlusYears(-MaxYearsAhead) => new DayOutOfReach(),
            _ when Until <= From => new EndsBeforeItStarts(),
            _ when Last < today || Last < First => new NoDatesThere(),
            _ when Repeat is { } repeat && !repeat.Kept.Any(day => day >= today) => new NoDatesThere(),
            _ => null,
        };

    public Timing ToTiming() =>
        Timing.From(First + From, First + Until, Rule) with
        {
            RestsInHolidaysOf = Every is null ? null : NotInSchoolHolidaysOf,
            RestsOnPublicHolidays = Every is not null && NotOnPublicHolidays,
        };

    /// <summary>The same read back, or null when the calendar says what these words cannot.</summary>
    public static WhenItIs? Of(Timing timing)
    {
        if (timing.ReadEvents() is not [{ Start.IsDate: false, End: { } end } only] || only.Rules.Count > 1 || !only.RecurrenceDates.IsEmpty)
            return null;
        var once = new WhenItIs(only.Start.Date, only.Start.Local.TimeOfDay, end.Local.TimeOfDay);
        if (only.Rules.IsEmpty)
            return once;
        return EveryOf(only.Rules[0]) is { } every
            ? once with
            {
                Every = every,
                Last = only.Rules[0].Until?.Date,
                NotInSchoolHolidaysOf = timing.RestsInHolidaysOf,
                NotOnPublicHolidays = timing.RestsOnPublicHolidays,
            }
            : null;
    }

    private RecurrenceRule? Rule =>
        Every switch
        {
            null => null,
            RepeatEvery.Week => new(Frequency.Weekly) { Until = End },
            RepeatEvery.OtherWeek => new(Frequency.Weekly) { Interval = 2, Until = End },
            { } monthly => new(Frequency.Monthly) { ByDay = new(new WeekdayNumber(First.DayOfWeek, Ordinal(monthly))), Until = End },
        };

    private CalendarTime? End => Last is { } last ? CalendarTime.At(last + From, CalendarZone.Floating) : null;

    private static int Ordinal(RepeatEvery every) => every is RepeatEvery.LastOfMonth ? -1 : every - RepeatEvery.FirstOfMonth + 1;

    private static RepeatEvery? EveryOf(RecurrenceRule rule) =>
        rule switch
        {
            { Frequency: Frequency.Weekly, ByDay.Count: 0, Count: null, Interval: 1 } => RepeatEvery.Week,
            { Frequency: Frequency.Weekly, ByDay.Count: 0, Count: null, Interval: 2 } => RepeatEvery.OtherWeek,
            { Frequency: Frequency.Monthly, ByDay: [{ Ordinal: -1 }], Count: null, Interval: 1 } => RepeatEvery.LastOfMonth,
            { Frequency: Frequency.Monthly, ByDay: [{ Ordinal: >= 1 and <= 4 } day], Count: null, Interval: 1 } =>
                RepeatEvery.FirstOfMonth + (day.Ordinal - 1),
            _ => null,
        };
}
