using System.Net;
using System.Text;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>
/// Many feeds carry HTML, some of it escaped once more. What is left is words and line ends, never a tag.
/// </summary>
internal static class HtmlText
{
    private const int MostLayers = 3;

    private static readonly string[] LineTags =
    [
        "br",
        "p",
        "/p",
        "div",
        "/div",
        "li",
        "/li",
        "tr",
        "/tr",
        "h1",
        "h2",
        "h3",
    ];

    public static string ToPlain(string text)
    {
        for (var layer = 0; layer < MostLayers && text.AsSpan().IndexOfAny('<', '&') >= 0; layer++)
            text = WithoutTags(WebUtility.HtmlDecode(text)).Trim();
        return text;
    }

    private static string WithoutTags(string html)
    {
        var plain = new StringBuilder(html.Length);
        var i = 0;
        while (i < html.Length)
        {
            var close = html[i] == '<' && StartsTag(html, i) ? html.IndexOf('>', i) : -1;
            if (close < 0)
            {
                plain.Append(html[i++]);
                continue;
            }

            if (EndsLine(html.AsSpan(i + 1, close - i - 1)) && plain.Length > 0 && plain[^1] != '\n')
                plain.Append('\n');
            i = close + 1;
        }

        return plain.ToString();
    }

    private static bool StartsTag(string html, int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!');

    private static bool EndsLine(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n/".AsSpan()[..4]);
        var name = (end < 0 ? tag : tag[..end]).TrimEnd('/');
        foreach (var line in LineTags)
        {
            if (name.Equals(line, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
