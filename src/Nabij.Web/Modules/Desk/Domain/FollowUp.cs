using Nabij.Kernel;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Domain;

/// <summary>
/// Something that is open: what is to be done, by whom, before when. Without an owner it is for whoever runs the desk.
/// </summary>
public sealed class FollowUp
{
    /// <summary>What stands in place of a title that was forgotten.</summary>
    public const string ForgottenTitle = "…";

    public const int MaxReasonLength = 80;
    public const int MaxPathLength = 200;
    public const int MaxBuurtLength = 20;
    public const int MaxWordLength = 300;

    /// <summary>What is late for this long is also told to the stand-in.</summary>
    public static readonly Duration StandInIsToldAfter = Duration.FromDays(1);

    private FollowUp() { }

    public FollowUp(NewFollowUp opened, Instant now)
    {
        (SubjectKind, SubjectId, OpenedAt) = (opened.About.Kind, opened.About.Id, now);
        Describe(opened);
        Owner = opened.Owner;
    }

    public FollowUpId Id { get; private init; } = FollowUpId.New();
    public string SubjectKind { get; private init; } = "";
    public Guid SubjectId { get; private init; }

    /// <summary>Text key of what is to be done.</summary>
    public string Reason { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Path { get; private set; } = "";
    public PersonId? Owner { get; private set; }
    public PersonId? StandIn { get; private set; }
    public Instant NextDate { get; private set; }
    public string? Buurt { get; private set; }
    public Instant OpenedAt { get; private init; }
    public Instant? ClosedAt { get; private set; }

    /// <summary>Who said 'Ik pak dit op'.</summary>
    public PersonId? TakenBy { get; private set; }

    /// <summary>Why it was put off, in the words of who did so.</summary>
    public string? Word { get; private set; }

    /// <summary>Since when it is no longer known what it was.</summary>
    public Instant? ForgottenAt { get; private set; }

    /// <summary>When the stand-in was told that this is late.</summary>
    public Instant? AlarmedAt { get; private set; }

    public Subject About => new(SubjectKind, SubjectId);

    /// <summary>
    /// The same thing is open for another reason, or has another next date. Who took it keeps it as long as what is to be
    /// done stays the same.
    /// </summary>
    public void Change(NewFollowUp changed)
    {
        if (!string.Equals(changed.Reason, Reason, StringComparison.Ordinal))
            (Owner, TakenBy, Word) = (changed.Owner, null, null);
        else if (TakenBy is null)
            Owner = changed.Owner;
        Describe(changed);
    }

    /// <summary>Who does this on a day when these people are away: the owner, else the stand-in, else the desk (null).</summary>
    public PersonId? DoneBy(IReadOnlySet<PersonId> away) =>
        this switch
        {
            { Owner: { } owner } when !away.Contains(owner) => owner,
            { Owner: not null, StandIn: { } standIn } when !away.Contains(standIn) => standIn,
            _ => null,
        };

    /// <summary>
    /// Whether this person sees it: their own, what they stand in for, and what is late for a day where they are the
    /// stand-in. Who runs the desk also sees what falls to the desk, and what is late of anybody.
    /// </summary>
    public bool IsInSightOf(PersonId person, bool runsDesk, IReadOnlySet<PersonId> away, Instant now) =>
        Owner == person
        || (StandIn == person && Owner is { } owner && (away.Contains(owner) || IsLateForADay(now)))
        || (runsDesk && (DoneBy(away) is null || IsLate(now)));

    public bool IsLate(Instant now) => ClosedAt is null && NextDate < now;

    /// <summary>Why this person may not take it, or null. The page asks too.</summary>
    public Refusal? RefusalOfTaking(PersonId person) =>
        this switch
        {
            { ClosedAt: not null } => new FollowUpClosed(),
            { TakenBy: { } taker } when taker != person => new TakenByAnother(),
            _ => null,
        };

    public Refusal? Take(PersonId person)
    {
        if (RefusalOfTaking(person) is { } refusal)
            return refusal;
        GiveTo(person);
        TakenBy = person;
        return null;
    }

    /// <summary>Puts it on the list of somebody else, who has yet to take it.</summary>
    public Refusal? Give(PersonId person)
    {
        if (ClosedAt is not null)
            return new FollowUpClosed();
        GiveTo(person);
        TakenBy = null;
        return null;
    }

    /// <summary>Moves it to a later date, with a word why.</summary>
    public Refusal? Move(Instant to, string why, Instant now)
    {
        if (ClosedAt is not null)
            return new FollowUpClosed();
        if (to <= now)
            return new DateHasPassed();
        if (string.IsNullOrWhiteSpace(why))
            return new WordIsMissing();
        if (why.Length > MaxWordLength)
            return new WordIsTooLong();

        (NextDate, Word, AlarmedAt) = (to, why.Trim(), null);
        return null;
    }

    /// <summary>What is closed keeps neither title nor word; what is open loses the word only.</summary>
    public void Forget(Instant now)
    {
        Word = null;
        if (ClosedAt is not null)
            (Title, ForgottenAt) = (ForgottenTitle, ForgottenAt ?? now);
    }

    /// <summary>What it is about has another address now.</summary>
    public void LeadsTo(string path) => Path = path;

    /// <summary>This person is gone: their stand-in has it, or else the desk.</summary>
    public void GoesOnWithout(PersonId person)
    {
        if (Owner == person)
            (Owner, StandIn) = (StandIn, null);
        if (StandIn == person)
            StandIn = null;
        if (TakenBy == person)
            TakenBy = null;
    }

    public void Close(Instant now) => ClosedAt ??= now;

    /// <summary>Says once for each next date that this has been late for a day.</summary>
    public bool RaiseAlarm(Instant now)
    {
        if (AlarmedAt is not null || !IsLateForADay(now))
            return false;
        AlarmedAt = now;
        return true;
    }

    private bool IsLateForADay(Instant now) => ClosedAt is null && now - NextDate >= StandInIsToldAfter;

    private void Describe(NewFollowUp words)
    {
        if (words.NextDate != NextDate)
            AlarmedAt = null;
        (Reason, Title, Path) = (words.Reason, words.Title, words.Path);
        (StandIn, NextDate, Buurt) = (words.StandIn, words.NextDate, words.Buurt);
    }

    private void GiveTo(PersonId person)
    {
        if (StandIn == person)
            StandIn = Owner;
        Owner = person;
    }
}

public sealed record FollowUpClosed : Refusal;

public sealed record TakenByAnother : Refusal;

public sealed record DateHasPassed : Refusal;

public sealed record WordIsMissing : Refusal;

public sealed record WordIsTooLong : Refusal;

public sealed record NoSuchFollowUp : Refusal;

public sealed record NotAColleague : Refusal;
