using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>The Lindelaan in Bovenkarspel and its people, for the rules that need no database.</summary>
internal static class Lindelaan
{
    public static readonly PersonId Riet = PersonId.New();
    public static readonly PersonId Kees = PersonId.New();
    public static readonly PersonId Fatima = PersonId.New();
    public static readonly PersonId Wim = PersonId.New();
    public static readonly AddressId Number4 = AddressId.New();
    public static readonly AddressId Number6 = AddressId.New();
    public static readonly CircleId Circle = CircleId.New();

    /// <summary>Tuesday 2 June 2026, ten in the morning.</summary>
    public static readonly Instant Tuesday = At(2, 10);
    public static readonly LocalDate Today = new(2026, 6, 2);

    /// <summary>A moment in June 2026 on the clock on the wall.</summary>
    public static Instant At(int day, int hour, int minute = 0) => new LocalDate(2026, 6, day).InstantAt(new(hour, minute));

    public static HelpRequest Asks(
        PersonId who,
        HelpPlan? plan = null,
        HelpKind kind = HelpKind.Chore,
        Urgency urgency = Urgency.ThisWeek,
        Readers readers = Readers.District,
        Instant? at = null,
        string language = "nl"
    ) =>
        new(
            new(kind, "Wie hangt mijn lamp op?", "De trap staat klaar.", plan ?? HelpPlan.Sometime(), 30, urgency, readers),
            who,
            who,
            new(ConsentHow.AskedOneself, at ?? Tuesday, who),
            new(Number4, Circle, "05320002", language),
            at ?? Tuesday
        );

    public static WillingHelper Willing(
        PersonId who,
        AddressId? home = null,
        int atMost = 2,
        bool car = false,
        bool vog = false,
        DayParts when = DayParts.Always,
        params string[] languages
    ) => new(who, home, atMost, car, vog, languages.Length == 0 ? ["nl"] : languages, when);

    public static Candidate Candidate(WillingHelper helper, Instant? lastAsked = null, Load load = default, int metres = 100) =>
        new(helper, lastAsked, load, metres);
}
