using NodaTime;

namespace Nabij.Modules.Volunteers.Domain;

/// <summary>
/// A certificate of conduct (VOG) says how it was on the day that it was given. The neighbourhood asks for a new one after three years,
/// and begins to ask in time. What is kept is who saw it and when, with the person (People).
/// </summary>
public static class VogRules
{
    public const int Years = 3;
    public const int DaysAhead = 42;
    public const int DaysForFirst = 14;

    public static LocalDate AgainOn(LocalDate seen) => seen.PlusYears(Years);

    /// <summary>By when a certificate is to be seen, when it is time to ask for it; null while there is nothing to do.</summary>
    public static LocalDate? ToSeeBy(Volunteer volunteer, LocalDate? seen, LocalDate today) =>
        (volunteer, seen) switch
        {
            ({ State: not VolunteerState.Active } or { NeedsVog: false }, _) => null,
            (_, null) => today.PlusDays(DaysForFirst),
            (_, { } on) when AgainOn(on).PlusDays(-DaysAhead) <= today => AgainOn(on),
            _ => null,
        };
}
