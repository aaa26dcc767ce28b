using NodaTime;

namespace Nabij.Algorithms.ICalendar;

/// <summary>Wall time as a count of seconds and days since 1970: what the loops compute with.</summary>
internal static class LocalSeconds
{
    public const int Day = 86_400;

    /// <summary>1 January of the year 1 and of 9999: room on both sides to add an offset.</summary>
    public const long Least = -62_135_596_800;
    public const long Most = 253_370_764_800;

    private static readonly LocalDateTime Epoch = new(1970, 1, 1, 0, 0);

    public static long Of(LocalDateTime local) =>
        (long)Period.DaysBetween(Epoch.Date, local.Date) * Day + (local.Hour * 60 + local.Minute) * 60 + local.Second;

    public static LocalDateTime ToLocal(long seconds) => Epoch.PlusSeconds(Math.Clamp(seconds, Least, Most));

    public static Instant ToInstant(long seconds) => Instant.FromUnixTimeSeconds(Math.Clamp(seconds, Least, Most));

    public static int DayOf(long seconds) => (int)Math.DivRem(seconds - Remainder(seconds), Day).Quotient;

    public static int TimeOf(long seconds) => (int)Remainder(seconds);

    private static long Remainder(long seconds)
    {
        var rest = seconds % Day;
        return rest < 0 ? rest + Day : rest;
    }
}
