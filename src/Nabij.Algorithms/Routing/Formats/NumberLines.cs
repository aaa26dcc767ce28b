using System.Globalization;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Lines of whole numbers, with their place for whoever wrote them wrong.</summary>
internal sealed class NumberLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _next;

    public string Place => $"line {_next}";

    public string NextLine() =>
        _next < _lines.Length ? _lines[_next++].Trim() : throw new MalformedInputException(Place, "the file ends here");

    /// <summary>Skips ahead to just after a line that starts with this word.</summary>
    public void SkipPast(string word)
    {
        while (!NextLine().StartsWith(word, StringComparison.OrdinalIgnoreCase)) { }
    }

    /// <summary>The next line that is not blank, as numbers; null at the end of the file.</summary>
    public int[]? NextNumbers(int atLeast)
    {
        while (_next < _lines.Length)
        {
            var words = NextLine().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (words.Length < atLeast)
                throw new MalformedInputException(Place, $"{atLeast} numbers expected, {words.Length} found");
            return [.. words.Select(Number)];
        }
        return null;
    }

    private int Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == Math.Floor(number)
        && Math.Abs(number) <= 1_000_000
            ? (int)number
            : throw new MalformedInputException(Place, $"'{word}' is not a whole number");
}
