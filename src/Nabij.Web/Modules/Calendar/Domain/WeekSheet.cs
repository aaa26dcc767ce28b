using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

public readonly record struct WeekSheetId(Guid Value) : ITypedId<WeekSheetId>
{
    public static WeekSheetId New() => new(Guid.CreateVersion7());

    public static WeekSheetId From(Guid value) => new(value);
}

public enum WeekSheetState
{
    /// <summary>It waits for who prints it.</summary>
    ToPrint,

    /// <summary>It came out of the printer, and goes round.</summary>
    Printed,

    /// <summary>It is in the letter boxes and on the boards.</summary>
    Brought,

    /// <summary>The week is over; nobody brought it.</summary>
    Missed,
}

/// <summary>What there is to do in one week in one buurt, on paper. A job makes it; somebody prints it and brings it round.</summary>
public sealed class WeekSheet(string buurt, LocalDate week, Instant madeAt)
{
    public const int MarkLength = 64;
    public const int Days = 7;

    /// <summary>Which changes there are, each with its reason. What is not here does not happen.</summary>
    public static readonly IReadOnlyList<(WeekSheetState From, WeekSheetState To, string Reason)> AllowedChanges =
    [
        (WeekSheetState.ToPrint, WeekSheetState.Printed, "it was printed"),
        (WeekSheetState.Printed, WeekSheetState.Printed, "it was printed again, because something changed"),
        (WeekSheetState.Printed, WeekSheetState.Brought, "it was brought round"),
        (WeekSheetState.ToPrint, WeekSheetState.Missed, "the week went by"),
        (WeekSheetState.Printed, WeekSheetState.Missed, "the week went by"),
    ];

    public WeekSheetId Id { get; private init; } = WeekSheetId.New();
    public string Buurt { get; private init; } = buurt;

    /// <summary>Its Monday.</summary>
    public LocalDate Week { get; private init; } = week;
    public Instant MadeAt { get; private init; } = madeAt;
    public WeekSheetState State { get; private set; }
    public Instant StateSince { get; private set; } = madeAt;

    /// <summary>Stands for all that was on it when it was printed.</summary>
    public string Mark { get; private set; } = "";

    public bool IsOpen => State is WeekSheetState.ToPrint or WeekSheetState.Printed;
    public bool IsOver(LocalDate today) => Week.PlusDays(Days) <= today;

    /// <summary>What was printed is no longer what there is to do, and it is not brought round yet.</summary>
    public bool IsOutOfDate(string mark) => State is WeekSheetState.Printed && mark != Mark;

    public Refusal? Print(string mark, Instant now)
    {
        Mark = mark;
        return Become(WeekSheetState.Printed, now);
    }

    public Refusal? Bring(Instant now) => Become(WeekSheetState.Brought, now);

    public Refusal? Miss(Instant now) => Become(WeekSheetState.Missed, now);

    public static bool IsAllowed(WeekSheetState from, WeekSheetState to) => AllowedChanges.Any(c => c.From == from && c.To == to);

    private WeekSheetIsElsewhere? Become(WeekSheetState to, Instant now)
    {
        if (!IsAllowed(State, to))
            return new WeekSheetIsElsewhere();
        (State, StateSince) = (to, now);
        return null;
    }
}

/// <summary>Who brings the week sheet round in a buurt, who does so when they are away, and how many are needed.</summary>
public sealed class SheetRound(string buurt)
{
    public const int MaxCopies = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Buurt { get; private init; } = buurt;
    public PersonId? Carrier { get; private set; }
    public PersonId? StandIn { get; private set; }
    public int Copies { get; private set; }

    public Refusal? GiveTo(PersonId? carrier, PersonId? standIn, int copies)
    {
        if (copies is < 0 or > MaxCopies)
            return new CopiesOutOfRange();
        (Carrier, StandIn, Copies) = (carrier, standIn == carrier ? null : standIn, copies);
        return null;
    }

    public bool IsOf(PersonId? person) => person is not null && (Carrier == person || StandIn == person);

    /// <summary>Somebody is gone: the desk sees to it.</summary>
    public void Loses(PersonId person)
    {
        Carrier = Carrier == person ? null : Carrier;
        StandIn = StandIn == person ? null : StandIn;
    }
}

/// <summary>It was printed, brought round or over already.</summary>
public sealed record WeekSheetIsElsewhere : Refusal;

public sealed record CopiesOutOfRange : Refusal;

public sealed record NoSuchWeekSheet : Refusal;
