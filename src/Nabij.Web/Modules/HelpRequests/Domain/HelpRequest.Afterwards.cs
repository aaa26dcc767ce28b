using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>The day of the help, and how it went.</summary>
public sealed partial class HelpRequest
{
    /// <summary>Help without a chosen day is asked about after this long.</summary>
    public static readonly Duration CheckWithoutDay = Duration.FromDays(4);

    /// <summary>Nobody is asked how it went while they may still be busy.</summary>
    public static readonly Duration RestAfterHelp = Duration.FromHours(2);

    /// <summary>Who has not said how it went after this long, need not any more.</summary>
    public static readonly Duration ClosesUnansweredAfter = Duration.FromDays(7);

    /// <summary>The day on which both sides agreed, for help that was asked for whenever it suits.</summary>
    public LocalDate? AgreedOn { get; private set; }
    public LocalTime? AgreedTime { get; private set; }

    /// <summary>Whether it worked, according to who was helped and to who helped; null is not said yet.</summary>
    public bool? RequesterSays { get; private set; }
    public bool? HelperSays { get; private set; }

    /// <summary>The day that is next, seen from this date: agreed, or planned.</summary>
    public LocalDate? DayFrom(LocalDate date) => AgreedOn ?? Plan.FirstDayFrom(date);

    /// <summary>When the last day of the help is over; never, as long as no day was chosen.</summary>
    public Instant? DaysAreOver => AgreedOn?.PlusDays(1).InstantAt(LocalTime.Midnight) ?? Plan.UsefulUntil;

    public LocalTime? TimeOfDay => AgreedTime ?? Plan.Time;

    /// <summary>Helper and requester agreed on a day.</summary>
    public Refusal? Agree(LocalDate day, LocalTime? time, Instant now)
    {
        if (State != HelpState.Found || Plan.Rhythm == Rhythm.Weekly)
            return new NotPossibleNow();
        if (day < now.TodayAt())
            return new DayIsPast();
        if (day > now.TodayAt().PlusWeeks(HelpPlan.MaxWeeks))
            return new DayTooFarAway();
        (AgreedOn, AgreedTime) = (day, time);
        PlanCheck(now);
        return null;
    }

    /// <summary>The day is past: both sides are asked whether it worked; says whether it was time for that.</summary>
    public bool AskAfterwards(Instant now)
    {
        if (State is not (HelpState.Found or HelpState.HandedOver) || DueAt > now)
            return false;
        return Finish(now) is null;
    }

    /// <summary>'It is done', before anybody was asked.</summary>
    public Refusal? Finish(Instant now)
    {
        if (Become(HelpState.AskedAfterwards, now) is { } refusal)
            return refusal;
        DueAt = now + ClosesUnansweredAfter;
        return null;
    }

    /// <summary>
    /// One side says whether it worked. A no from either starts a new search; the requester's yes settles it, the
    /// helper's waits for it.
    /// </summary>
    public Refusal? Say(PersonId who, bool worked, Instant now)
    {
        if (State != HelpState.AskedAfterwards)
            return new NotPossibleNow();
        if (who == ClaimedBy)
            HelperSays = worked;
        else
            RequesterSays = worked;

        if (!worked)
            return Reopen(now);
        return RequesterSays == true ? GoOn(now) : null;
    }

    /// <summary>Nobody needs to wait for an answer any longer: one yes is enough. Says whether it was time.</summary>
    public bool CloseUnanswered(Instant now)
    {
        if (State != HelpState.AskedAfterwards || DueAt > now)
            return false;
        if (HelperSays == true || HasDaysAfter(now))
            GoOn(now);
        else
            Become(HelpState.Closed, now);
        return true;
    }

    private NotPossibleNow? Reopen(Instant now)
    {
        if (Become(HelpState.Searching, now) is { } refusal)
            return refusal;
        if (!Plan.Days().Any(day => Plan.Begins(day) > now))
            Plan = HelpPlan.Sometime(Plan.DayPart);
        StartSearch(now);
        return null;
    }

    private NotPossibleNow? GoOn(Instant now)
    {
        if (!HasDaysAfter(now))
            return Become(HelpState.Thanked, now);
        if (Become(HelpState.Found, now) is { } refusal)
            return refusal;
        (RequesterSays, HelperSays) = (null, null);
        DueAt = AfterHelpOn(Plan.LastDay!.Value); // there are days left, so there is a last one
        return null;
    }

    private bool HasDaysAfter(Instant now) =>
        ClaimedBy is not null && Plan.Rhythm == Rhythm.Weekly && Plan.LastDay > now.TodayAt();

    private void PlanCheck(Instant now) =>
        DueAt = DayFrom(now.TodayAt()) is { } day ? AfterHelpOn(day) : Widening.Waking.NextFrom(now + CheckWithoutDay);

    private Instant AfterHelpOn(LocalDate day) =>
        Widening.Waking.NextFrom(BeginsOn(day) + Duration.FromMinutes(Minutes) + RestAfterHelp);

    private Instant BeginsOn(LocalDate day) => TimeOfDay is { } time ? day.InstantAt(time) : Plan.Begins(day);

    private Instant? NextHelp(Instant now) => DayFrom(now.TodayAt()) is { } day ? BeginsOn(day) : null;
}
