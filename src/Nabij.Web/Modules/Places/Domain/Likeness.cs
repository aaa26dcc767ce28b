namespace Nabij.Modules.Places.Domain;

/// <summary>How much two words differ, in typing mistakes: a letter too many, too few, another, or two swapped.</summary>
/// <remarks>Optimal string alignment, the restricted Damerau-Levenshtein distance.</remarks>
public static class Likeness
{
    /// <summary>What it costs that a word was only begun: less than a mistake.</summary>
    private const double Unfinished = 0.4;

    private const int Longest = 80;

    /// <summary>More mistakes than this and it is another word.</summary>
    public static int MistakesForgiven(int length) =>
        length switch
        {
            <= 2 => 0,
            <= 5 => 1,
            <= 8 => 2,
            _ => 3,
        };

    /// <summary>The fewest mistakes that make <paramref name="typed"/> of the word, or of how the word begins.</summary>
    public static double Cost(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (typed.Length > Longest || word.Length > Longest)
            return double.MaxValue;
        Span<int> before = stackalloc int[Longest + 1], above = stackalloc int[Longest + 1], current = stackalloc int[Longest + 1];
        above[0] = 0;
        for (var j = 1; j <= word.Length; j++)
            above[j] = above[j - 1] + Weight(word[j - 1]);
        for (var i = 1; i <= typed.Length; i++)
        {
            var sign = typed[i - 1];
            current[0] = above[0] + Weight(sign);
            for (var j = 1; j <= word.Length; j++)
            {
                var meant = word[j - 1];
                var other = above[j - 1] + (sign == meant ? 0 : Math.Max(Weight(sign), Weight(meant)));
                var least = Math.Min(other, Math.Min(above[j] + Weight(sign), current[j - 1] + Weight(meant)));
                if (i > 1 && j > 1 && sign == word[j - 2] && typed[i - 2] == meant)
                    least = Math.Min(least, before[j - 2] + 1);
                current[j] = least;
            }
            var spent = before;
            before = above;
            above = current;
            current = spent;
        }
        return Math.Min(above[word.Length], Beginning(above[..(word.Length + 1)], typed.Length));
    }

    /// <summary>Another digit is another street: 'Wijk 2' is not a mistake for 'Wijk 8'.</summary>
    private static int Weight(char sign) => char.IsAsciiDigit(sign) ? 2 : 1;

    private static double Beginning(ReadOnlySpan<int> last, int typed)
    {
        var least = int.MaxValue;
        for (var j = 1; j < last.Length; j++)
            least = Math.Min(least, last[j]);
        return typed < 3 || least == int.MaxValue ? double.MaxValue : least + Unfinished;
    }
}
