using System.Text;
using Nabij.Algorithms.ICalendar;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>Makes words of others fit for our pages, our paper and somebody's spreadsheet.</summary>
public static class PlainWords
{
    public const int MaxTitle = 120;
    public const int MaxText = 4000;
    public const int MaxLine = 200;

    /// <summary>How much is looked at before it is cut: a text of a megabyte of tags is not worth reading.</summary>
    private const int Looked = 3;

    private static readonly string[] CancelledWords = ["geannuleerd", "afgelast", "vervalt", "vervallen", "gaat niet door", "cancelled", "canceled"];

    /// <summary>One line without tags, control signs or the signs with which a spreadsheet begins a formula.</summary>
    public static string Title(string said) => Cut(Line(said).TrimStart('=', '+', '@', '-', '*', '|', ' '), MaxTitle);

    public static string Line(string said) => string.Join(' ', Plain(said, MaxLine).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Text(string said) => Cut(Plain(said, MaxText), MaxText);

    public static string ShortLine(string said) => Cut(Line(said), MaxLine);

    /// <summary>'GEANNULEERD: Koersbal' is Koersbal, cancelled: many programs cannot say it otherwise.</summary>
    public static (string Title, bool Cancelled) WithoutCancelled(string title)
    {
        foreach (var word in CancelledWords)
        {
            if (title.TrimStart('(', '[', '*', ' ') is var start && start.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return Rest(start[word.Length..], title);
            if (title.TrimEnd(')', ']', '!', ' ', '*') is var end && end.EndsWith(word, StringComparison.OrdinalIgnoreCase) && IsApart(end, end.Length - word.Length))
                return Rest(end[..^word.Length], title);
        }
        return (title, false);
    }

    private static (string, bool) Rest(string rest, string title)
    {
        var clean = rest.Trim(' ', ':', '-', '–', '—', '!', '(', ')', '[', ']', '*', '|', '.');
        // 'Vervallen huizen' is a title, 'Vervalt: koersbal' is not
        return clean.Length == 0 ? (title, true)
            : rest.Length > 0 && char.IsWhiteSpace(rest[0]) && !rest.TrimStart().StartsWith('-') && rest == rest.TrimEnd() && !IsShouted(title) ? (title, false)
            : (clean, true);
    }

    /// <summary>'GEANNULEERD Koersbal': the first word in capitals.</summary>
    private static bool IsShouted(string title) =>
        title.TakeWhile(c => !char.IsWhiteSpace(c)).Where(char.IsLetter).All(char.IsUpper);

    private static bool IsApart(string title, int at) => at > 0 && !char.IsLetter(title[at - 1]);

    private static string Plain(string said, int most)
    {
        var plain = new Text(Cut(said, most * Looked)).Plain();
        var clean = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (c is '\n' || !(char.IsControl(c) || IsInvisible(c)))
                clean.Append(c);
            else if (c is '\t')
                clean.Append(' ');
        }
        return clean.ToString().Trim();
    }

    /// <summary>Signs that turn the direction of writing, or hide in it.</summary>
    private static bool IsInvisible(char c) => c is '\u200b' or '\ufeff' or (>= '\u200e' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Cut(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)]
        : text[..most];
}
