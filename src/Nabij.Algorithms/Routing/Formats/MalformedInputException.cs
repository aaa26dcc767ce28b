namespace Nabij.Algorithms.Routing.Formats;

/// <summary>A file that does not say what its format asks; the message names the place in words, such as <c>line
/// 12</c> or
/// <c>jobs[3].service</c>.</summary>
public sealed class MalformedInputException : FormatException
{
    /// <param name="place">Where in the file.</param>
    /// <param name="complaint">What is wrong there.</param>
    public MalformedInputException(string place, string complaint)
        : base($"{place}: {complaint}") => Place = place;

    /// <summary>Where in the file.</summary>
    public string Place { get; }
}
