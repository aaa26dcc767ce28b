using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>How long each thing may take. Hours are waking hours.</summary>
public static class BookingTimes
{
    /// <summary>Two days for the owner to answer before they are phoned.</summary>
    public static readonly Duration ForOwner = Duration.FromHours(22);

    /// <summary>A day for the desk to reach the owner by telephone.</summary>
    public static readonly Duration ForPhoning = Duration.FromHours(11);

    /// <summary>From when the key is spoken of on the day before, and the code on the day itself.</summary>
    public static readonly LocalTime KeyFrom = new(9, 0);
    public static readonly LocalTime CodeFrom = new(8, 0);

    public static Instant DueAt(Booking booking, Instant now)
    {
        var dates = booking.Held.ToList();
        if (dates.Count == 0)
            return now;
        return booking.State switch
        {
            BookingState.Asked => Instant.Min(WakingHours.Usual.After(now, ForOwner), dates[0].Date.InstantAt(dates[0].From)),
            BookingState.Confirmed => dates[^1].Date.PlusDays(1).InstantAt(KeyFrom),
            _ => now,
        };
    }
}
