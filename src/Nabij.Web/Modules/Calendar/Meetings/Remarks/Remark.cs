using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Meetings.Remarks;

public readonly record struct RemarkId(Guid Value) : ITypedId<RemarkId>
{
    public static RemarkId New() => new(Guid.CreateVersion7());

    public static RemarkId From(Guid value) => new(value);
}

public enum RemarkKind
{
    /// <summary>Asked before the meeting.</summary>
    Question,

    /// <summary>Said after it.</summary>
    Feedback,
}

/// <summary>
/// A question before a meeting or a remark after it, by somebody or without a name. It is open until it has an answer: 'dit deden we
/// ermee'. Whoever gave it, hears that.
/// </summary>
public sealed class Remark(ActivityDateId date, RemarkKind kind, PersonId? from, SignedUpBy by, string words, Instant at)
{
    public const int MaxWordsLength = 500;
    public const int MaxAnswerLength = 1000;

    /// <summary>How long one has to say what was done with a remark.</summary>
    public static readonly Duration TimeToAnswer = Duration.FromDays(14);

    public RemarkId Id { get; init; } = RemarkId.New();
    public ActivityDateId Date { get; private init; } = date;
    public RemarkKind Kind { get; private init; } = kind;

    /// <summary>Who hears the answer; null is without a name.</summary>
    public PersonId? From { get; private set; } = from;
    public SignedUpBy By { get; private init; } = by;
    public string Words { get; private set; } = words.Trim();
    public Instant At { get; private init; } = at;

    /// <summary>What was done with it; empty as long as nobody said.</summary>
    public string Answer { get; private set; } = "";
    public PersonId? AnsweredBy { get; private set; }

    /// <summary>Two who answer it at once answer it once.</summary>
    public Instant? AnsweredAt { get; private set; }

    /// <summary>Whether question and answer stand, without names, on the page of the meeting and on its sheet.</summary>
    public bool IsShown { get; private set; }
    public Instant? ForgottenAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    /// <summary>Before the start one asks, from then on one looks back.</summary>
    public static RemarkKind KindAt(Instant now, ActivityDate date) => now < date.StartsAt ? RemarkKind.Question : RemarkKind.Feedback;

    public static Refusal? RefusalOf(string words) =>
        string.IsNullOrWhiteSpace(words) ? new RemarkNeedsWords()
        : words.Trim().Length > MaxWordsLength ? new RemarkTooLong()
        : null;

    /// <summary>A question is answered at the meeting at the latest; what is said afterwards within two weeks.</summary>
    public Instant AnswerBefore(ActivityDate date) => Kind is RemarkKind.Question && At < date.StartsAt ? date.StartsAt : At + TimeToAnswer;

    public Refusal? IsAnswered(string answer, bool shown, PersonId by, Instant now)
    {
        if (!IsOpen)
            return new RemarkIsAnswered();
        if (string.IsNullOrWhiteSpace(answer))
            return new AnswerNeedsWords();
        if (answer.Trim().Length > MaxAnswerLength)
            return new AnswerTooLong();
        (Answer, IsShown, AnsweredBy, AnsweredAt) = (answer.Trim(), shown, by, now);
        return null;
    }

    /// <summary>This person is not known here any more: what they said goes; that they answered for the organiser too.</summary>
    public void Forgets(PersonId person, Instant now)
    {
        if (From == person)
            Forget(now);
        AnsweredBy = AnsweredBy == person ? null : AnsweredBy;
    }

    /// <summary>That somebody said something, and that it was answered, stays to be counted.</summary>
    public void Forget(Instant now)
    {
        (From, Words, Answer, IsShown) = (null, "", "", false);
        (AnsweredAt, ForgottenAt) = (AnsweredAt ?? now, ForgottenAt ?? now);
    }
}

public sealed record RemarkNeedsWords : Refusal;

public sealed record RemarkTooLong : Refusal;

public sealed record RemarkIsAnswered : Refusal;

public sealed record AnswerNeedsWords : Refusal;

public sealed record AnswerTooLong : Refusal;

public sealed record NoSuchRemark : Refusal;
