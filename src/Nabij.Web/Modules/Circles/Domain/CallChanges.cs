using static Nabij.Modules.Circles.Domain.CallState;

namespace Nabij.Modules.Circles.Domain;

/// <summary>How it stands with one call of a chain.</summary>
public enum CallState
{
    /// <summary>Not called yet, or nobody said so.</summary>
    Waiting,

    /// <summary>Did not answer; is called once more.</summary>
    NotAnswered,

    /// <summary>Did not answer twice: who has the key was asked to look.</summary>
    KeyHolderAsked,

    Answered,

    /// <summary>Who has the key looked, and all is well.</summary>
    SeenAtDoor,

    /// <summary>On the desk: nobody knows how it is.</summary>
    Alarm,

    Settled,

    /// <summary>Away today, and so not called.</summary>
    Away,
}

/// <summary>One line of the table: from, to, and why, as a text key that the page shows.</summary>
public sealed record CallChange(CallState From, CallState To, string Reason);

/// <summary>Every change that a call can go through. What is not here does not happen.</summary>
public static class CallChanges
{
    public static readonly IReadOnlyList<CallChange> All =
    [
        new(Waiting, Answered, "CallChange.Answered"),
        new(Waiting, NotAnswered, "CallChange.FirstTry"),
        new(Waiting, Alarm, "CallChange.NobodyReported"),
        new(NotAnswered, Answered, "CallChange.AnsweredLater"),
        new(NotAnswered, KeyHolderAsked, "CallChange.SecondTry"),
        new(NotAnswered, Alarm, "CallChange.NobodyToLook"),
        new(KeyHolderAsked, SeenAtDoor, "CallChange.SeenAtDoor"),
        new(KeyHolderAsked, Answered, "CallChange.CalledBack"),
        new(KeyHolderAsked, Alarm, "CallChange.KeyHolderAlarms"),
        new(Alarm, Settled, "CallChange.Settled"),
        new(Alarm, SeenAtDoor, "CallChange.SeenAtDoorLater"),
    ];

    public static CallChange? Find(CallState from, CallState to) => All.FirstOrDefault(c => c.From == from && c.To == to);

    /// <summary>A state that nothing follows is an end; all others are open.</summary>
    public static bool IsEnd(CallState state) => All.All(c => c.From != state);
}
