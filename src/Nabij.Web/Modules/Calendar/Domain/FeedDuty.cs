using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>What somebody has to do about a feed; there is always one thing, until it is stopped.</summary>
public enum FeedDuty
{
    None,

    /// <summary>Look at what it holds, and put it on.</summary>
    Look,

    /// <summary>Twice a year: is all of it still right?</summary>
    Check,

    /// <summary>Some activities vanished from it: do they go on?</summary>
    Ask,

    /// <summary>It does not come: who keeps it puts it right.</summary>
    Mend,

    /// <summary>Nothing in it is still to come: who keeps it fills it.</summary>
    Fill,

    /// <summary>Who keeps it did not, or nobody does: the organisation is phoned.</summary>
    Call,
}

public sealed partial class Feed
{
    private const int WeeksBetweenChecks = 26;
    private static readonly Duration TimeToLook = Duration.FromDays(1);
    private static readonly Duration TimeForKeeper = Duration.FromDays(3);
    private static readonly Duration TimeToCall = Duration.FromDays(2);

    /// <summary>What a follow-up is open for.</summary>
    public FeedDuty Duty { get; private set; }

    /// <summary>What is to be done now. Who keeps the calendar gets three days; then somebody phones.</summary>
    public FeedDuty DutyAt(Instant now, bool hasKeeper) =>
        State switch
        {
            FeedState.Stopped => FeedDuty.None,
            FeedState.Waiting => FeedDuty.Look,
            FeedState.Failing or FeedState.Silent when !hasKeeper || now - StateSince >= TimeForKeeper => FeedDuty.Call,
            FeedState.Failing => FeedDuty.Mend,
            FeedState.Silent => FeedDuty.Fill,
            _ when ToAsk > 0 => !hasKeeper || now - ToAskSince >= TimeForKeeper ? FeedDuty.Call : FeedDuty.Ask,
            _ => FeedDuty.Check,
        };

    /// <summary>When that is late.</summary>
    public Instant DueAt(FeedDuty duty, Instant now) =>
        duty switch
        {
            FeedDuty.Look => AddedAt + TimeToLook,
            FeedDuty.Check => LookedAt + Duration.FromDays(7 * WeeksBetweenChecks),
            FeedDuty.Call => now + TimeToCall,
            _ => now + TimeForKeeper,
        };

    /// <summary>Says whether another follow-up is needed than the one that is open.</summary>
    public bool TakesUp(FeedDuty duty)
    {
        if (duty == Duty)
            return false;
        Duty = duty;
        return true;
    }

    /// <summary>The follow-up is opened anew: its date moved on.</summary>
    public void DutyDone() => Duty = FeedDuty.None;
}
