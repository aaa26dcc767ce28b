using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Coordination.Domain;

public readonly record struct HandoverId(Guid Value) : ITypedId<HandoverId>
{
    public static HandoverId New() => new(Guid.CreateVersion7());

    public static HandoverId From(Guid value) => new(value);
}

/// <summary>Who answered goes, and tells who comes what is still open.</summary>
public sealed class Handover(PersonId? by, PersonId? to, string note, Instant at)
{
    public const int MaxNoteLength = 500;

    public HandoverId Id { get; private init; } = HandoverId.New();
    public PersonId? By { get; private set; } = by;

    /// <summary>For whom; null is whoever is at the desk.</summary>
    public PersonId? To { get; private set; } = to;
    public string Note { get; private set; } = note.Trim();
    public Instant At { get; private init; } = at;
    public PersonId? TakenBy { get; private set; }
    public Instant? TakenAt { get; private set; }

    public bool IsOpen => TakenAt is null;

    public static Refusal? RefusalOf(string note) =>
        string.IsNullOrWhiteSpace(note) ? new HandoverNeedsNote()
        : note.Trim().Length > MaxNoteLength ? new HandoverTooLong()
        : null;

    public Refusal? Take(PersonId person, Instant now)
    {
        if (!IsOpen)
            return new HandoverIsTaken();
        (TakenBy, TakenAt) = (person, now);
        return null;
    }

    public void Loses(PersonId person)
    {
        By = By == person ? null : By;
        To = To == person ? null : To;
        TakenBy = TakenBy == person ? null : TakenBy;
    }
}

/// <summary>What is said to who calls while nobody answers; one for the community.</summary>
public sealed class OutsideHours
{
    public const int MaxWordsLength = 300;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Words { get; private set; } = "";

    public Refusal? Say(string words)
    {
        if (words.Trim().Length > MaxWordsLength)
            return new OutsideWordsTooLong();
        Words = words.Trim();
        return null;
    }
}

public sealed record HandoverNeedsNote : Refusal;

public sealed record HandoverTooLong : Refusal;

public sealed record HandoverIsTaken : Refusal;

public sealed record OutsideWordsTooLong : Refusal;

public sealed record OneNumberUnclear : Refusal;
