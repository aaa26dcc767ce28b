using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Coordination.Domain;

public readonly record struct CallId(Guid Value) : ITypedId<CallId>
{
    public static CallId New() => new(Guid.CreateVersion7());

    public static CallId From(Guid value) => new(value);
}

/// <summary>What a call to the one number became.</summary>
public enum CallKind
{
    /// <summary>A question that was answered at once; nothing else came of it.</summary>
    Answer,

    /// <summary>Somebody asks for help.</summary>
    Request,

    /// <summary>Somebody comes to an activity.</summary>
    SignUp,

    /// <summary>Somebody worries about a neighbour, or needs somebody to look.</summary>
    Signal,

    /// <summary>Somebody wants to help.</summary>
    Volunteer,
}

/// <summary>
/// Somebody called the one number: written down once, in five words, with what it became. It is open until that is there. The caller may
/// be unknown.
/// </summary>
public sealed class Call(PersonId? caller, PersonId? takenBy, string words, CallKind kind, Instant at)
{
    public const int MaxWordsLength = 80;
    public const int MaxPathLength = 120;

    public CallId Id { get; init; } = CallId.New();
    public PersonId? Caller { get; private set; } = caller;
    public PersonId? TakenBy { get; private set; } = takenBy;

    /// <summary>What it was about, in a few words of who took it.</summary>
    public string Words { get; private set; } = words.Trim();
    public CallKind Kind { get; private set; } = kind;
    public Instant At { get; private init; } = at;

    /// <summary>The page of what it became, within the community; empty when it has none.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Since when nothing is left to do; two who settle it at once settle it once.</summary>
    public Instant? SettledAt { get; private set; } = kind is CallKind.Answer ? at : null;
    public Instant? ForgottenAt { get; private set; }

    public bool IsOpen => SettledAt is null;

    /// <summary>Whether it must be known who called, for it to become this.</summary>
    public static bool NeedsCaller(CallKind kind) => kind is CallKind.Request or CallKind.SignUp or CallKind.Volunteer;

    public static IEnumerable<Refusal> RefusalsOf(string words, CallKind? kind)
    {
        if (string.IsNullOrWhiteSpace(words))
            yield return new CallNeedsWords();
        if (words.Trim().Length > MaxWordsLength)
            yield return new CallWordsTooLong();
        if (kind is null)
            yield return new CallNeedsKind();
    }

    /// <summary>It turns out who called.</summary>
    public Refusal? CameFrom(PersonId caller)
    {
        if (!IsOpen)
            return new CallIsSettled();
        Caller = caller;
        return null;
    }

    /// <summary>What it was to become is there.</summary>
    public Refusal? Became(string path, Instant now)
    {
        if (!IsOpen)
            return new CallIsSettled();
        (Path, SettledAt) = (path, now);
        return null;
    }

    /// <summary>It was an answer after all.</summary>
    public Refusal? CameToNothing(Instant now)
    {
        if (!IsOpen)
            return new CallIsSettled();
        (Kind, SettledAt) = (CallKind.Answer, now);
        return null;
    }

    /// <summary>This person is not known here any more; that there was a call stays.</summary>
    public void Forgets(PersonId person, Instant now)
    {
        if (Caller == person)
            Forget(now);
        TakenBy = TakenBy == person ? null : TakenBy;
    }

    /// <summary>That there was a call, when and what it became stays, to be counted.</summary>
    public void Forget(Instant now)
    {
        (Caller, TakenBy, Words, Path) = (null, null, "", "");
        (SettledAt, ForgottenAt) = (SettledAt ?? now, ForgottenAt ?? now);
    }
}

public sealed record CallNeedsWords : Refusal;

public sealed record CallWordsTooLong : Refusal;

public sealed record CallNeedsKind : Refusal;

public sealed record CallIsSettled : Refusal;

public sealed record NoSuchCall : Refusal;
