using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;

namespace Nabij.Demo.Cast;

/// <summary>Somebody who has a name in the story.</summary>
/// <param name="Key">By which the story calls them: 'riet'.</param>
/// <param name="GivenName">As on screen.</param>
/// <param name="FamilyName">As on screen.</param>
/// <param name="Age">Today.</param>
/// <param name="Door">How many doors further than the first of the street of the story; the street goes on into the next.</param>
/// <param name="Channel">How they want to hear from us.</param>
public sealed record CastMember(string Key, string GivenName, string FamilyName, int Age, int Door, Channel Channel)
{
    /// <summary>What they do for the neighbourhood; null is resident only. A connector's circle is the one they live in.</summary>
    public Role? Role { get; init; }

    /// <summary>Who does it when they are away, by key.</summary>
    public string? StandIn { get; init; }
    public bool HasMobile { get; init; } = true;
    public bool HasLandline { get; init; }

    /// <summary>Whether a visitor of the demo may be this person.</summary>
    public bool SignsIn { get; init; }
    public Offered? Helps { get; init; }

    /// <summary>What they tell their circle of themselves.</summary>
    public string OwnWords { get; init; } = "";
}

/// <summary>What somebody of the story likes to do.</summary>
public sealed record Offered(IReadOnlyList<HelpKind> Likes, DayParts When, int AtMostPerMonth, bool HasCar = false, bool HasVog = false, string Languages = "nl");
