using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>How far away neighbours are asked: nearest first.</summary>
public enum Ring
{
    Circle,
    AdjacentCircles,
    District,
    Organisations,
}

/// <summary>Who may read a request, and so who may be asked.</summary>
public enum Readers
{
    CircleOnly,
    District,
}

/// <summary>The rules by which a search widens. All hours are waking hours: eleven make a day.</summary>
public static class Widening
{
    private const int Day = 11;

    public static WakingHours Waking => WakingHours.Usual;

    /// <summary>How long a ring has; then the next is asked.</summary>
    public static Duration HoursIn(Ring ring, Urgency urgency) =>
        Duration.FromHours(
            (urgency, ring) switch
            {
                (Urgency.Today, Ring.Organisations) => 2,
                (Urgency.Today, _) => 1,
                (Urgency.ThisWeek, _) => Day,
                (_, Ring.Organisations) => 3 * Day,
                _ => 2 * Day,
            }
        );

    /// <summary>How long those who are asked have to answer, before others are asked too.</summary>
    public static Duration TimeToAnswer(Ring ring, Urgency urgency) =>
        (urgency, ring) switch
        {
            (Urgency.Today, Ring.Organisations) => Duration.FromHours(1),
            (Urgency.Today, _) => Duration.FromMinutes(30),
            (_, Ring.Organisations) => Duration.FromHours(Day),
            (Urgency.ThisWeek, _) => Duration.FromHours(4),
            _ => Duration.FromHours(Day),
        };

    /// <summary>How many are asked at once; organisations one after another, in their order.</summary>
    public static int AskedAtOnce(Ring ring, Urgency urgency) =>
        (ring, urgency) switch
        {
            (Ring.Organisations, _) => 1,
            (_, Urgency.Today) => 4,
            (_, Urgency.ThisWeek) => 3,
            _ => 2,
        };

    /// <summary>The ring after this one, or none: then it goes to the desk.</summary>
    public static Ring? After(Ring ring, Readers readers) =>
        (ring, readers) switch
        {
            (Ring.Organisations, _) or (_, Readers.CircleOnly) => null,
            _ => ring + 1,
        };

    /// <summary>When, at the latest, somebody is found or it is on the desk.</summary>
    public static Instant EndsBy(Instant start, Urgency urgency, Readers readers)
    {
        var end = start;
        for (Ring? ring = Ring.Circle; ring is { } r; ring = After(r, readers))
            end = Waking.After(end, HoursIn(r, urgency));
        return end;
    }
}
