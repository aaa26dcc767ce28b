using System.Text.RegularExpressions;
using Nabij.Kernel;

namespace Nabij.Modules.People.Recording;

/// <summary>
/// Where somebody was on the way to, with whom they choose or write down: a page of ours, 'hulp-vragen/voor-iemand', which
/// gets the person as <c>voor</c>.
/// </summary>
public static partial class Destination
{
    /// <summary>The page to go on to, or null when what was asked for is none of ours.</summary>
    public static string? Read(string? asked) => asked is not null && Ours().IsMatch(asked) ? asked : null;

    public static string With(string destination, PersonId person) => $"{destination}?voor={person.Value}";

    [GeneratedRegex("^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Ours();
}
