using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

/// <summary>As what somebody takes part: they are not all 'volunteers'.</summary>
public enum VolunteerRole
{
    Volunteer,

    /// <summary>Looks after somebody of their own, and knows what that asks.</summary>
    Carer,
    Student,

    /// <summary>Has been through it themselves.</summary>
    ExperienceExpert,
}

/// <summary>By which way somebody signed up.</summary>
public enum VolunteerVia
{
    Web,
    Phone,
    Paper,
}

/// <summary>
/// Somebody who wants to do something for the neighbourhood, from the day that they said so until they stop. They belong to one
/// organisation, or to the neighbourhood itself, and have one person to turn to. Each step is a line of <see cref="VolunteerPath"/>.
/// </summary>
public sealed class Volunteer
{
    public const int MaxWishLength = 500;
    public const int MaxNoteLength = 500;
    public const int MaxWhereLength = 120;
    private const int MonthsBetweenTalks = 12;

    private Volunteer() { }

    public Volunteer(VolunteerId id, PersonId person, VolunteerWish wish, VolunteerVia via, Instant now)
    {
        (Id, Person, Via, SignedUpAt, StateSince) = (id, person, via, now, now);
        (As, Organisation, Wish) = (wish.As, wish.Organisation, wish.InWords.Trim());
        (State, Reason) = (VolunteerState.SignedUp, "VolunteerChange.SignedUp");
    }

    public VolunteerId Id { get; private init; }
    public PersonId Person { get; private init; }
    public VolunteerRole As { get; private set; }

    /// <summary>Whose volunteer they are; null is the neighbourhood's own.</summary>
    public OrganisationId? Organisation { get; private set; }
    public VolunteerVia Via { get; private init; }
    public Instant SignedUpAt { get; private init; }

    /// <summary>What they would like to do, in their own words.</summary>
    public string Wish { get; private set; } = "";

    public VolunteerState State { get; private set; }
    public Instant StateSince { get; private set; }

    /// <summary>Text key of why it is in this state.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The person to turn to, and who is there when that one is away.</summary>
    public PersonId? Mentor { get; private set; }
    public PersonId? MentorStandIn { get; private set; }

    public Instant? MeetingAt { get; private set; }
    public string MeetingWhere { get; private set; } = "";

    /// <summary>What was agreed at the first meeting.</summary>
    public string MeetingNote { get; private set; } = "";

    /// <summary>What they do asks for a certificate of conduct (VOG).</summary>
    public bool NeedsVog { get; private set; }

    /// <summary>When somebody asks how it goes.</summary>
    public LocalDate? TalkOn { get; private set; }
    public Instant? EndedAt { get; private set; }
    public Instant? ForgottenAt { get; private set; }

    public bool IsOpen => !VolunteerPath.IsEnd(State);

    /// <summary>Somebody to turn to by name, with a stand-in.</summary>
    public void TurnsTo(PersonId? mentor, PersonId? standIn) => (Mentor, MentorStandIn) = (mentor ?? standIn, mentor is null || mentor == standIn ? null : standIn);

    public Refusal? PlanMeeting(Instant at, string where, Instant now)
    {
        if (at <= now)
            return new MeetingIsPast();
        if (where.Trim().Length is 0 or > MaxWhereLength)
            return new MeetingNeedsPlace();
        if (Become(VolunteerState.MeetingPlanned, now) is { } refusal)
            return refusal;
        (MeetingAt, MeetingWhere) = (at, where.Trim());
        return null;
    }

    /// <summary>They met, and it is a yes: what they do, for whom, and what that asks.</summary>
    public Refusal? Start(AgreedAtMeeting agreed, Instant now)
    {
        if (agreed.Note.Trim().Length > MaxNoteLength)
            return new VolunteerTextTooLong();
        if (Become(VolunteerState.Active, now) is { } refusal)
            return refusal;
        (As, Organisation, NeedsVog, MeetingNote) = (agreed.As, agreed.Organisation, agreed.NeedsVog, agreed.Note.Trim());
        TalkOn = now.TodayAt().PlusMonths(MonthsBetweenTalks);
        return null;
    }

    public Refusal? NotNow(string note, Instant now)
    {
        if (note.Trim().Length > MaxNoteLength)
            return new VolunteerTextTooLong();
        if (Become(VolunteerState.NotNow, now) is { } refusal)
            return refusal;
        MeetingNote = note.Trim();
        return null;
    }

    /// <summary>They talked about how it goes; again in a year.</summary>
    public Refusal? Talked(LocalDate today)
    {
        if (State != VolunteerState.Active)
            return new VolunteerChangedMeanwhile();
        TalkOn = today.PlusMonths(MonthsBetweenTalks);
        return null;
    }

    public Refusal? Leave(Instant now) => Become(VolunteerState.Left, now);

    /// <summary>This person is gone: who stood in is the person to turn to.</summary>
    public void LosesMentor(PersonId person) =>
        TurnsTo(Mentor == person ? null : Mentor, MentorStandIn == person ? null : MentorStandIn);

    /// <summary>Its time has come, or the person is forgotten: what is left is that there was a volunteer.</summary>
    public void Forget(Instant now)
    {
        (Wish, MeetingNote, MeetingWhere) = ("", "", "");
        ForgottenAt ??= now;
    }

    private VolunteerChangedMeanwhile? Become(VolunteerState to, Instant now)
    {
        if (VolunteerPath.Find(State, to) is not { } change)
            return new VolunteerChangedMeanwhile();
        (State, StateSince, Reason) = (to, now, change.Reason);
        if (VolunteerPath.IsEnd(to))
            EndedAt = now;
        return null;
    }
}

/// <summary>What somebody says when they sign up.</summary>
public sealed record VolunteerWish(VolunteerRole As, OrganisationId? Organisation, string InWords);

/// <summary>What was agreed at the first meeting.</summary>
public sealed record AgreedAtMeeting(VolunteerRole As, OrganisationId? Organisation, bool NeedsVog, string Note);
