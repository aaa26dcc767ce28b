using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>The days of which every date stands in a table: a month back, a year and a week ahead.</summary>
public static class CalendarWindow
{
    public const int DaysBack = 31;
    public const int WeeksAhead = 53;

    /// <summary>The window moves on once it has this many weeks less ahead.</summary>
    public const int WeeksBeforeMoving = 1;

    public static DateInterval SeenFrom(LocalDate today) => new(today.PlusDays(-DaysBack), LastDay(today));

    public static LocalDate LastDay(LocalDate today) => today.PlusWeeks(WeeksAhead);
}
