using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>How a helper is looked for, said yes to, and lost again.</summary>
public sealed partial class HelpRequest
{
    /// <summary>Who drops out later than this before the help begins, sets off the alarm.</summary>
    public static readonly Duration LateDropOut = Duration.FromHours(24);

    /// <summary>Which search this is: it counts up each time that it starts anew.</summary>
    public int Search { get; private set; }

    /// <summary>Which batch of questions: it counts up each time that neighbours are asked.</summary>
    public int Round { get; private set; }
    public Ring Ring { get; private set; }
    public Instant RingEndsAt { get; private set; }

    /// <summary>After this a helper is of no use any more; never, when no day was chosen.</summary>
    public Instant? ExpiresAt { get; private set; }

    public PersonId? ClaimedBy { get; private set; }
    public Instant? ClaimedAt { get; private set; }
    public OrganisationId? HandedTo { get; private set; }

    /// <summary>Who said yes before and could not after all; they are not asked again.</summary>
    public PersonId? LostHelper { get; private set; }

    public bool IsLookingForHelper => State is HelpState.Searching or HelpState.OnDesk;

    /// <summary>Whether this neighbour can be asked: it is not for themselves or their household, and they have what it needs.</summary>
    public bool MayBeHelpedBy(WillingHelper helper) =>
        helper.Person != AskedFor
        && helper.Person != AskedBy
        && helper.Person != LostHelper
        && (helper.Home is null || helper.Home != Home)
        && Plan.Suits(helper.When)
        && Requirements.Meets(helper, Kind, Language);

    /// <summary>Whether it is time to ask others: the batch had its time, and people are awake.</summary>
    public bool IsDue(Instant now) =>
        State == HelpState.Searching && DueAt <= now && Widening.Waking.Include(now);

    public bool IsRingOver(Instant now) => RingEndsAt <= now;

    /// <summary>A batch was asked now; the next goes when its time, or that of the ring, is over.</summary>
    /// <returns>Until when they have to answer.</returns>
    public Instant AskedBatch(Instant now)
    {
        var answerBy = Widening.Waking.After(now, Widening.TimeToAnswer(Ring, Urgency));
        Round++;
        DueAt = Instant.Min(answerBy, RingEndsAt);
        return answerBy;
    }

    /// <summary>Goes on to the next ring; after the last one to the desk. Says whether there was another ring.</summary>
    public bool Widen(Instant now)
    {
        if (Widening.After(Ring, Readers) is not { } next)
        {
            Become(HelpState.OnDesk, now);
            return false;
        }
        StartRing(next, now);
        return true;
    }

    /// <summary>Everybody who was asked has said no: others need not wait for the time to pass.</summary>
    public void NobodyLeftToWaitFor(Instant now)
    {
        if (State == HelpState.Searching)
            DueAt = Widening.Waking.NextFrom(now);
    }

    /// <summary>The desk does not want to wait for this ring to end.</summary>
    public Refusal? WidenNow(Instant now)
    {
        if (State != HelpState.Searching)
            return new NotPossibleNow();
        DueAt = RingEndsAt = now;
        return null;
    }

    /// <summary>Why this neighbour may not say yes, or null. The page asks too, so it offers no button that would refuse.</summary>
    public Refusal? RefusalOfClaimBy(PersonId neighbour, Instant now) =>
        this switch
        {
            _ when neighbour == AskedFor => new OwnRequest(),
            { IsOpen: false } => new NoLongerAsked(),
            { ClaimedBy: { } holder } when holder == neighbour => null,
            { ClaimedBy: not null } or { HandedTo: not null } => new AlreadyClaimed(),
            { IsLookingForHelper: true } when ExpiresAt is null || ExpiresAt > now => null,
            _ => new NoLongerAsked(),
        };

    /// <summary>'Dat doe ik'. Saying so twice changes nothing, so a double click does no harm.</summary>
    public Refusal? Claim(PersonId neighbour, Instant now)
    {
        if (RefusalOfClaimBy(neighbour, now) is { } refusal)
            return refusal;
        if (ClaimedBy == neighbour)
            return null;

        (ClaimedBy, ClaimedAt) = (neighbour, now);
        Become(HelpState.Found, now);
        PlanCheck(now);
        return null;
    }

    /// <summary>The helper cannot after all. Within a day of the help it is urgent, whatever it was before.</summary>
    public Refusal? Release(Instant now)
    {
        var isLate = IsLateFor(now);
        if (State != HelpState.Found || Become(HelpState.Searching, now) is not null)
            return new NotPossibleNow();
        if (isLate)
            Urgency = Urgency.Today;
        StartSearch(now);
        return null;
    }

    /// <summary>Whether the help begins within a day.</summary>
    public bool IsLateFor(Instant now) => NextHelp(now) is { } begins && begins - now < LateDropOut;

    public Refusal? HandOver(OrganisationId organisation, Instant now)
    {
        if (Become(HelpState.HandedOver, now) is { } refusal)
            return refusal;
        HandedTo = organisation;
        PlanCheck(now);
        return null;
    }

    /// <summary>The organisation gives it back to the neighbourhood.</summary>
    public Refusal? HandBack(Instant now) => State == HelpState.HandedOver ? SearchAnew(now) : new NotPossibleNow();

    /// <summary>The desk sends it round once more.</summary>
    public Refusal? SearchAgain(Instant now) => State == HelpState.OnDesk ? SearchAnew(now) : new NotPossibleNow();

    private NotPossibleNow? SearchAnew(Instant now)
    {
        if (Become(HelpState.Searching, now) is { } refusal)
            return refusal;
        StartSearch(now);
        return null;
    }

    private void StartSearch(Instant now)
    {
        (State, StateSince, LostHelper) = (HelpState.Searching, now, ClaimedBy ?? LostHelper);
        (ClaimedBy, ClaimedAt, HandedTo, AgreedOn, AgreedTime) = (null, null, null, null, null);
        (RequesterSays, HelperSays) = (null, null);
        ExpiresAt = Plan.UsefulUntil;
        Search++;
        StartRing(Ring.Circle, now);
    }

    private void StartRing(Ring ring, Instant now)
    {
        Ring = ring;
        DueAt = Widening.Waking.NextFrom(now);
        RingEndsAt = Widening.Waking.After(now, Widening.HoursIn(ring, Urgency));
    }
}
