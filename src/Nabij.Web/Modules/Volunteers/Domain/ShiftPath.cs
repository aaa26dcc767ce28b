using static Nabij.Modules.Volunteers.Domain.ShiftMove;
using static Nabij.Modules.Volunteers.Domain.ShiftState;

namespace Nabij.Modules.Volunteers.Domain;

public enum ShiftState
{
    /// <summary>Nobody does it yet.</summary>
    Open,

    /// <summary>Somebody is offered; not everybody has said yes.</summary>
    Offered,

    /// <summary>Everybody said yes.</summary>
    Lent,
    Done,

    /// <summary>It is not needed, or its day passed without anybody.</summary>
    CalledOff,
}

public enum ShiftMove
{
    Offer,
    BothSaidYes,
    SayNo,
    TakeBack,
    DropOut,
    GoAway,
    CallOff,
    Pass,
}

/// <summary>One line of the table: what happens in a state, what it becomes, and why, as a text key that the history shows.</summary>
public sealed record ShiftChange(ShiftState From, ShiftMove Move, ShiftState To, string Reason);

/// <summary>Everything that can happen to a shift. What is not here does not happen.</summary>
public static class ShiftPath
{
    public static readonly IReadOnlyList<ShiftChange> All =
    [
        new(Open, Offer, Offered, "ShiftChange.Offered"),
        new(Offered, BothSaidYes, Lent, "ShiftChange.BothSaidYes"),
        new(Offered, SayNo, Open, "ShiftChange.SaidNo"),
        new(Offered, TakeBack, Open, "ShiftChange.OfferTakenBack"),
        new(Offered, DropOut, Open, "ShiftChange.SaidNo"),
        new(Offered, GoAway, Open, "ShiftChange.IsAway"),
        new(Lent, TakeBack, Open, "ShiftChange.TakenBack"),
        new(Lent, DropOut, Open, "ShiftChange.DroppedOut"),
        new(Lent, GoAway, Open, "ShiftChange.IsAway"),
        new(Lent, Pass, Done, "ShiftChange.Done"),
        new(Open, Pass, CalledOff, "ShiftChange.NobodyFound"),
        new(Offered, Pass, CalledOff, "ShiftChange.NobodyFound"),
        new(Open, CallOff, CalledOff, "ShiftChange.CalledOff"),
        new(Offered, CallOff, CalledOff, "ShiftChange.CalledOff"),
        new(Lent, CallOff, CalledOff, "ShiftChange.CalledOff"),
    ];

    public static ShiftChange? Find(ShiftState from, ShiftMove move) => All.FirstOrDefault(c => c.From == from && c.Move == move);

    /// <summary>A state in which nothing can happen is an end; all others are open.</summary>
    public static bool IsEnd(ShiftState state) => All.All(c => c.From != state);

    public static IReadOnlyList<ShiftState> OpenStates { get; } = [.. Enum.GetValues<ShiftState>().Where(s => !IsEnd(s))];
}
