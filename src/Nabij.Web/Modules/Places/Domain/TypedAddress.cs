using System.Globalization;
using System.Text.RegularExpressions;

namespace Nabij.Modules.Places.Domain;

/// <summary>
/// What somebody typed, taken apart: 'lindelaan4a bovenkarspel', '1611 AB 4', 'plein 1940 12'. The last can be read in more than one
/// way, so there are <see cref="Readings"/>.
/// </summary>
public sealed partial record TypedAddress(
    IReadOnlyList<string> Words,
    IReadOnlyList<string> TownWords,
    int? Number,
    string Addition,
    string? PostalCode
)
{
    public const int MaxLength = 120;

    private static readonly string[] WordsOfAdditions = ["bis", "hs", "huis", "zwart", "rood", "rd", "zw"];

    /// <summary>The ways in which it can be read, the likeliest first; none when nothing was typed.</summary>
    public static IReadOnlyList<TypedAddress> Readings(string typed)
    {
        var text = string.Join(' ', Spelling.Words(typed.Length > MaxLength ? typed[..MaxLength] : typed));
        var postalCode = PostalCodePattern().Match(text);
        if (postalCode.Success)
            text = text.Remove(postalCode.Index, postalCode.Length).Insert(postalCode.Index, " ");
        var code = postalCode.Success ? $"{postalCode.Groups["d"].Value} {postalCode.Groups["l"].Value.ToUpperInvariant()}" : null;

        var words = GluedNumber().Replace(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = Enumerable.Range(0, words.Length).Where(at => IsNumber(words, at)).ToList();
        var readings = numbers.Distinct().Select(at => Around(words, at, code)).ToList();
        if (words.Length > 0 || code is not null)
            readings.Add(new(words, [], null, "", code));
        return readings;
    }

    private static TypedAddress Around(string[] words, int at, string? code)
    {
        var digits = words[at].TakeWhile(char.IsDigit).Count();
        var number = int.Parse(words[at].AsSpan(0, digits), CultureInfo.InvariantCulture);
        var after = words[(at + 1)..];
        var additions = after.TakeWhile(IsAddition).Count();
        var addition = words[at][digits..] + string.Concat(after[..additions]);
        return at == 0 && code is null
            ? new(after[additions..], [], number, addition, code)
            : new(words[..at], after[additions..], number, addition, code);
    }

    private static bool IsNumber(string[] words, int at) =>
        char.IsDigit(words[at][0])
        && words[at].TakeWhile(char.IsDigit).Count() <= 5
        && !(Ordinal().IsMatch(words[at]) && at + 1 < words.Length && words[at + 1].Length > 3 && !char.IsDigit(words[at + 1][0]));

    private static bool IsAddition(string word) =>
        word.Length <= 2 || (word.Length <= 5 && word.Any(char.IsDigit)) || WordsOfAdditions.Contains(word, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?<d>[1-9]\d{3}) ?(?<l>[a-z]{2})(?=\d|\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex PostalCodePattern();

    [GeneratedRegex(@"(?<=[a-z]{3})(?=\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex GluedNumber();

    [GeneratedRegex(@"^\d{1,2}(e|de|ste)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Ordinal();
}
