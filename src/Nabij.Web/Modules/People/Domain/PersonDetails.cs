using Nabij.Kernel;

namespace Nabij.Modules.People.Domain;

/// <summary>What is written down of somebody, besides their consent: read from a form and found right.</summary>
public sealed record PersonDetails(
    string GivenName,
    string FamilyName,
    int? BirthYear,
    AddressId? Home,
    string Language,
    WaysToReach Ways
);
