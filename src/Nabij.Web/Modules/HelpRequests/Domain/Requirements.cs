using Nabij.Kernel;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>What a kind of help asks of the helper.</summary>
/// <param name="Car">Comes with a car.</param>
/// <param name="Vog">Has a certificate of conduct that somebody has seen.</param>
/// <param name="SameLanguage">Speaks the language of who asks.</param>
public sealed record Requirement(bool Car = false, bool Vog = false, bool SameLanguage = false);

public static class Requirements
{
    private static readonly Dictionary<HelpKind, Requirement> ByKind = new()
    {
        [HelpKind.Groceries] = new(),
        [HelpKind.Transport] = new(Car: true),
        [HelpKind.Chore] = new(),
        [HelpKind.Company] = new(SameLanguage: true),
        [HelpKind.LettersAndComputer] = new(Vog: true, SameLanguage: true),
        [HelpKind.Meal] = new(),
        [HelpKind.Walk] = new(),
        [HelpKind.Other] = new(),
    };

    public static Requirement Of(HelpKind kind) => ByKind[kind];

    /// <summary>Whether this helper has what the help asks.</summary>
    public static bool Meets(WillingHelper helper, HelpKind kind, string language) =>
        Of(kind) is var needed
        && (!needed.Car || helper.HasCar)
        && (!needed.Vog || helper.HasVog)
        && (!needed.SameLanguage || helper.Languages.Contains(language, StringComparer.Ordinal));
}
