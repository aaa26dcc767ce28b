using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

/// <summary>How often somebody wants the circle to know that all is well: their own choice.</summary>
public enum Rhythm
{
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    Never,
}

/// <summary>A note in one tap. It says what happened between two neighbours, and nothing of anybody's health.</summary>
public enum NoteKind
{
    Spoken,
    AllWell,
    WantsContact,
    NotHome,
    Worry,
}

public readonly record struct CircleNoteId(Guid Value) : ITypedId<CircleNoteId>
{
    public static CircleNoteId New() => new(Guid.CreateVersion7());

    public static CircleNoteId From(Guid value) => new(value);
}

/// <summary>What who looks after the circle noted of a neighbour, for her and the desk alone, until it is forgotten.</summary>
public sealed class CircleNote(PersonId person, NoteKind kind, PersonId by, LocalDate on)
{
    public CircleNoteId Id { get; private init; } = CircleNoteId.New();
    public PersonId Person { get; private init; } = person;
    public NoteKind Kind { get; private init; } = kind;
    public PersonId By { get; private init; } = by;
    public LocalDate On { get; private init; } = on;

    /// <summary>Who was not at home was not heard.</summary>
    public static bool IsHeard(NoteKind kind) => kind is not NoteKind.NotHome;
}

public static class Silence
{
    /// <summary>A contact who is silent for this much longer than she chose is asked after.</summary>
    public const int DaysUntilReserveIsAsked = 7;

    /// <summary>The reserve is asked once in this many days.</summary>
    public const int DaysBetweenAsking = 30;

    public static int? DaysOf(Rhythm rhythm) =>
        rhythm switch
        {
            Rhythm.Weekly => 7,
            Rhythm.Fortnightly => 14,
            Rhythm.Monthly => 30,
            Rhythm.Quarterly => 91,
            _ => null,
        };

    extension(CircleMember member)
    {
        /// <summary>The last day on which somebody of the circle knew that all was well.</summary>
        public LocalDate LastHeard => member.HeardOn ?? member.Since;

        /// <summary>For how many days longer than they chose nothing was heard; zero or less is in time.</summary>
        public int DaysTooSilent(LocalDate today) =>
            DaysOf(member.Rhythm) is { } days && member.CountsFrom is { } from
                ? Period.DaysBetween(LocalDate.Max(member.LastHeard, from), today) - days
                : int.MinValue;

        public bool IsSilent(LocalDate today) => member.DaysTooSilent(today) > 0;
    }
}

public sealed record AlreadySettledHere : Refusal;
