using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>A day cut into quarters of an hour, from 0 at midnight to 95.</summary>
public static class Quarters
{
    public const int InADay = 96;
    private const int Minutes = 15;

    public static int Of(LocalTime time) => (time.Hour * 60 + time.Minute) / Minutes;

    public static LocalTime Start(int quarter) => LocalTime.Midnight.PlusMinutes(quarter * Minutes);

    /// <summary>Whether it begins a quarter: 9.00, 9.15, 9.30, 9.45.</summary>
    public static bool Begin(LocalTime time) => time.Minute % Minutes == 0 && time.Second == 0;

    public static IEnumerable<int> Between(LocalTime from, LocalTime until) => Enumerable.Range(Of(from), Of(until) - Of(from));
}
