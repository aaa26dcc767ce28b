using Nabij.Kernel;
using NodaTime;
using static Nabij.Modules.Volunteers.Domain.HoursState;

namespace Nabij.Modules.Volunteers.Domain;

public enum HoursState
{
    /// <summary>Written down; somebody is to say that it is right.</summary>
    Entered,

    /// <summary>There is a question about it.</summary>
    SentBack,
    Approved,
    Withdrawn,
}

/// <summary>
/// What somebody did on one day, how far they drove for it and what they paid. They write it down themselves, or the desk does for
/// them; somebody else approves it.
/// </summary>
public sealed class HoursEntry
{
    public const int MaxWhatLength = 120;
    public const int MaxWhyLength = 200;
    public const int MaxMinutes = 24 * 60;
    public const int MaxKilometres = 1000;

    /// <summary>Nothing is written down that is longer ago: the books of that year are closed.</summary>
    public const int MonthsBack = 12;

    private static readonly (HoursState From, HoursState To)[] Path =
        [(Entered, Entered), (Entered, Approved), (Entered, SentBack), (Entered, Withdrawn), (SentBack, Entered), (SentBack, Withdrawn)];

    private HoursEntry() { }

    public HoursEntry(HoursId id, PersonId person, OrganisationId? organisation, WorkDone done, PersonId? by, Instant now)
    {
        (Id, Person, Organisation, EnteredBy, EnteredAt) = (id, person, organisation, by, now);
        Take(done);
    }

    public HoursId Id { get; private init; }
    public PersonId Person { get; private init; }
    public OrganisationId? Organisation { get; private init; }
    public LocalDate Day { get; private set; }
    public int Minutes { get; private set; }
    public int Kilometres { get; private set; }
    public Money Expenses { get; private set; }

    /// <summary>'Koffieochtend; parkeren'</summary>
    public string What { get; private set; } = "";
    public PersonId? EnteredBy { get; private init; }
    public Instant EnteredAt { get; private init; }
    public HoursState State { get; private set; }
    public PersonId? SettledBy { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>The question with which it was sent back.</summary>
    public string Why { get; private set; } = "";
    public Instant? ForgottenAt { get; private set; }

    public static IReadOnlyList<HoursState> OpenStates { get; } = [Entered, SentBack];

    public bool MayChange => CanBecome(Withdrawn);

    /// <summary>What she gets for it: what she paid, and for each kilometre.</summary>
    public Money Allowance => Expenses + KilometreRate.Usual * Kilometres;

    /// <summary>Something was wrong with it; it is to be approved anew.</summary>
    public Refusal? Correct(WorkDone done, LocalDate today)
    {
        if (done.RefusalOn(today) is { } refusal)
            return refusal;
        if (!CanBecome(Entered))
            return new HoursAreSettled();
        (State, Why) = (Entered, "");
        Take(done);
        return null;
    }

    public Refusal? Withdraw() => Become(Withdrawn, SettledBy, SettledAt);

    /// <summary>Somebody else says that it is right; nobody approves their own.</summary>
    public Refusal? Approve(PersonId by, Instant now) => by == Person ? new HoursAreYourOwn() : Become(Approved, by, now);

    public Refusal? SendBack(PersonId by, string why, Instant now)
    {
        if (by == Person)
            return new HoursAreYourOwn();
        if (why.Trim().Length is 0 or > MaxWhyLength)
            return new HoursNeedReason();
        if (Become(SentBack, by, now) is { } refusal)
            return refusal;
        Why = why.Trim();
        return null;
    }

    /// <summary>The amounts stay in the books; the words go.</summary>
    public void Forget(Instant now) => (What, Why, ForgottenAt) = ("", "", ForgottenAt ?? now);

    private HoursAreSettled? Become(HoursState to, PersonId? by, Instant? at)
    {
        if (!CanBecome(to))
            return new HoursAreSettled();
        (State, SettledBy, SettledAt) = (to, by, at);
        return null;
    }

    private bool CanBecome(HoursState to) => Path.Contains((State, to));

    private void Take(WorkDone done) =>
        (Day, Minutes, Kilometres, Expenses, What) = (done.Day, done.Minutes, done.Kilometres, done.Expenses, done.What.Trim());
}

/// <summary>What was done on a day.</summary>
public sealed record WorkDone(LocalDate Day, int Minutes, int Kilometres, Money Expenses, string What)
{
    public Refusal? RefusalOn(LocalDate today) =>
        this switch
        {
            _ when Day > today => new HoursToCome(),
            _ when Day < today.PlusMonths(-HoursEntry.MonthsBack) => new HoursTooLongAgo(),
            { Minutes: < 0 or > HoursEntry.MaxMinutes } => new HoursUnlikely(),
            { Kilometres: < 0 or > HoursEntry.MaxKilometres } => new KilometresUnlikely(),
            { Minutes: 0, Kilometres: 0, Expenses.Cents: 0 } => new HoursNeeded(),
            _ when What.Trim().Length is 0 or > HoursEntry.MaxWhatLength => new HoursNeedWhat(),
            _ => null,
        };
}

public static class KilometreRate
{
    /// <summary>What may be given for a kilometre without tax: article 31a, second paragraph, Wet op de loonbelasting 1964, since 2024.</summary>
    public static readonly Money Usual = new(23);
}

/// <summary>Somebody was thanked.</summary>
public sealed record Thanks(PersonId Person, PersonId By, LocalDate On)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}

public sealed record NoSuchHours : Refusal;

public sealed record HoursAreSettled : Refusal;

public sealed record HoursAreYourOwn : Refusal;

public sealed record HoursNeedReason : Refusal;

public sealed record HoursToCome : Refusal;

public sealed record HoursTooLongAgo : Refusal;

public sealed record HoursUnlikely : Refusal;

public sealed record KilometresUnlikely : Refusal;

public sealed record HoursNeeded : Refusal;

public sealed record HoursNeedWhat : Refusal;

public sealed record HoursNeedDay : Refusal;

public sealed record AmountUnreadable : Refusal;

public sealed record HoursNotChosen : Refusal;
