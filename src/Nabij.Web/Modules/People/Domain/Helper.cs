using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.People.Domain;

/// <summary>
/// What somebody likes to do for neighbours, and within which bounds. They set the bounds themselves, and need give no
/// reason: whoever is spared stays.
/// </summary>
public sealed class Helper(PersonId person)
{
    public const int UsualCeiling = 2;
    public const int HighestCeiling = 31;
    public const int MaxLanguagesLength = 60;

    private readonly List<HelpWish> wishes = [];
    private string spoken = "nl";

    public PersonId Person { get; private init; } = person;

    /// <summary>The helper's own ceiling: how often in a month they want to help at most.</summary>
    public int AtMostPerMonth { get; private set; } = UsualCeiling;
    public DayParts When { get; private set; } = DayParts.Always;

    /// <summary>The day on which they may be asked again; null when they are not resting.</summary>
    public LocalDate? RestsUntil { get; private set; }
    public bool HasCar { get; private set; }
    public LocalDate? VogSeenOn { get; private set; }
    public PersonId? VogSeenBy { get; private set; }

    public IReadOnlyList<HelpWish> Wishes => wishes;
    public IReadOnlyList<HelpKind> Likes => [.. wishes.Select(wish => wish.Kind).Order()];
    public IReadOnlyList<string> Languages => spoken.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Changes everything that the helper decides about at once, as a form does.</summary>
    public Refusal? Offer(
        IReadOnlyCollection<HelpKind> likes,
        DayParts when,
        int atMostPerMonth,
        bool hasCar,
        IEnumerable<string> languages
    )
    {
        if (likes.Count > 0 && when == DayParts.None)
            return new NoDayPartChosen();
        if (atMostPerMonth is < 1 or > HighestCeiling)
            return new CeilingOutOfRange();

        wishes.RemoveAll(wish => !likes.Contains(wish.Kind));
        wishes.AddRange(likes.Except(wishes.Select(wish => wish.Kind)).Select(kind => new HelpWish(Person, kind)));
        (When, AtMostPerMonth, HasCar) = (when, atMostPerMonth, hasCar);
        spoken = string.Join(' ', languages.Distinct(StringComparer.Ordinal));
        return null;
    }

    /// <summary>This other profile turns out to be of the same person: all wishes, and the certificate that was seen last.</summary>
    public void TakeOver(Helper other)
    {
        wishes.AddRange(other.Likes.Except(Likes).Select(kind => new HelpWish(Person, kind)).ToList());
        spoken = string.Join(' ', Languages.Union(other.Languages, StringComparer.Ordinal));
        HasCar |= other.HasCar;
        if (other.VogSeenOn is { } seen && !(VogSeenOn >= seen))
            (VogSeenOn, VogSeenBy) = (seen, other.VogSeenBy);
        if (other.RestsUntil is { } until && !(RestsUntil >= until))
            RestsUntil = until;
    }

    public void StopAskingFor(HelpKind kind) => wishes.RemoveAll(wish => wish.Kind == kind);

    /// <summary>Rests until this day, on which they may be asked again. No reason is asked.</summary>
    public Refusal? Rest(LocalDate until, LocalDate today)
    {
        if (until <= today)
            return new RestEndsInThePast();
        RestsUntil = until;
        return null;
    }

    public void StopResting() => RestsUntil = null;

    public bool IsResting(LocalDate on) => on < RestsUntil;

    /// <summary>The certificate itself is never kept: only that it was seen, by whom and when.</summary>
    public void VogSeen(PersonId by, LocalDate on) => (VogSeenBy, VogSeenOn) = (by, on);

    public bool HasVog => VogSeenOn is not null;

    public bool MayBeAsked(HelpKind kind, LocalDate on) => !IsResting(on) && wishes.Any(wish => wish.Kind == kind);

    /// <summary>Whether the helper's own ceiling leaves room, having helped this often in the month.</summary>
    public bool HasRoomAfter(int timesThisMonth) => timesThisMonth < AtMostPerMonth;
}

/// <summary>A helper likes to give this kind of help.</summary>
public sealed record HelpWish(PersonId Person, HelpKind Kind);

public sealed record NoDayPartChosen : Refusal;

public sealed record CeilingOutOfRange : Refusal;

public sealed record RestEndsInThePast : Refusal;
