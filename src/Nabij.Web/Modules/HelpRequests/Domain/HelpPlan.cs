using System.ComponentModel.DataAnnotations.Schema;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

public enum Rhythm
{
    AsSoonAsItSuits,
    OnDate,
    Weekly,
}

public enum DayPart
{
    Any,
    Morning,
    Afternoon,
    Evening,
}

/// <summary>
/// When help is asked: as soon as it suits, on one day, or each week from <paramref name="Date"/> until
/// <paramref name="Until"/> (inclusive).
/// </summary>
[ComplexType]
public sealed record HelpPlan(Rhythm Rhythm, LocalDate? Date, LocalDate? Until, DayPart DayPart, LocalTime? Time)
{
    /// <summary>A weekly help is planned for at most this long; then it is asked again.</summary>
    public const int MaxWeeks = 53;

    public static HelpPlan Sometime(DayPart part = DayPart.Any) => new(Rhythm.AsSoonAsItSuits, null, null, part, null);

    public static HelpPlan On(LocalDate date, DayPart part = DayPart.Any, LocalTime? time = null) =>
        new(Rhythm.OnDate, date, null, part, time);

    public static HelpPlan EachWeek(LocalDate from, LocalDate until, DayPart part = DayPart.Any, LocalTime? time = null) =>
        new(Rhythm.Weekly, from, until, part, time);

    /// <summary>The days of help, in order; none when no day was chosen.</summary>
    public IEnumerable<LocalDate> Days()
    {
        if (Date is not { } first)
            yield break;
        for (var day = first; day <= (Until ?? first); day = day.PlusDays(7))
            yield return day;
    }

    public LocalDate? FirstDayFrom(LocalDate date) =>
        Days().Where(day => day >= date).Select(day => (LocalDate?)day).FirstOrDefault();

    /// <summary>How often in a month somebody helps who says yes to this.</summary>
    public int TimesAMonth => Math.Clamp(Days().Count(), 1, 4);

    public LocalDate? LastDay => Days().Select(day => (LocalDate?)day).LastOrDefault();

    /// <summary>When the help on this day begins: the time agreed, or the start of the day part.</summary>
    public Instant Begins(LocalDate day) => day.InstantAt(Time ?? StartOf(DayPart));

    /// <summary>The last moment at which a helper for this plan would still be of use; never, when no day was chosen.</summary>
    public Instant? UsefulUntil => LastDay?.PlusDays(1).InstantAt(LocalTime.Midnight);

    public bool FallsOn(LocalDate day) => Days().Contains(day);

    /// <summary>Why this plan cannot be asked for, seen from today.</summary>
    public Refusal? RefusalSeenFrom(LocalDate today) =>
        this switch
        {
            { Rhythm: Rhythm.AsSoonAsItSuits } => null,
            { Date: null } => new DayMissing(),
            { Date: { } day } when day < today => new DayIsPast(),
            { Date: { } day } when day > today.PlusWeeks(MaxWeeks) => new DayTooFarAway(),
            { Rhythm: Rhythm.Weekly, Until: null } => new LastDayMissing(),
            { Rhythm: Rhythm.Weekly, Date: { } from, Until: { } until } when until < from => new LastDayBeforeFirst(),
            { Rhythm: Rhythm.Weekly, Date: { } from, Until: { } until } when until > from.PlusWeeks(MaxWeeks) =>
                new DayTooFarAway(),
            _ => null,
        };

    /// <summary>Whether somebody who can help at these times can help then.</summary>
    public bool Suits(DayParts when) => (when & Wanted) != DayParts.None;

    private DayParts Wanted =>
        Date switch
        {
            { DayOfWeek: IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday } => DayParts.Weekend,
            { } => OnWeekdays,
            null => OnWeekdays | DayParts.Weekend,
        };

    private DayParts OnWeekdays =>
        DayPart switch
        {
            DayPart.Morning => DayParts.WeekdayMorning,
            DayPart.Afternoon => DayParts.WeekdayAfternoon,
            DayPart.Evening => DayParts.WeekdayEvening,
            _ => DayParts.WeekdayMorning | DayParts.WeekdayAfternoon | DayParts.WeekdayEvening,
        };

    private static LocalTime StartOf(DayPart part) =>
        part switch
        {
            DayPart.Afternoon => new(12, 0),
            DayPart.Evening => new(18, 0),
            _ => new(9, 0),
        };
}
