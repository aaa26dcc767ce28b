namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>
/// Finds in a page the few things that we look for, in one pass and without building the page: its title, its blocks of data,
/// and where it says that its calendar is.
/// </summary>
internal static class HtmlScan
{
    private const string Json = "application/ld+json";
    private const string Calendar = "text/calendar";

    /// <summary>The contents of each block of JSON-LD, and the line on which it begins.</summary>
    public static IEnumerable<(string Json, int Line)> DataBlocks(string html)
    {
        var (line, counted) = (1, 0);
        foreach (var (start, end) in Tags(html))
        {
            if (!IsScript(html, start) || !html.AsSpan(start, end - start).Contains(Json, StringComparison.OrdinalIgnoreCase))
                continue;
            var close = html.IndexOf("</script", end, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
                yield break;
            line += html.AsSpan(counted, end - counted).Count('\n');
            counted = end;
            yield return (WithoutWrapping(html[end..close]), line);
        }
    }

    public static string Title(string html)
    {
        foreach (var (start, end) in Tags(html))
        {
            if (html.AsSpan(start).StartsWith("<title", StringComparison.OrdinalIgnoreCase))
                return html.IndexOf("</title", end, StringComparison.OrdinalIgnoreCase) is > 0 and var close ? html[end..close] : "";
        }
        return "";
    }

    /// <summary>The address in a link to a calendar, as it stands there.</summary>
    public static string? CalendarLink(string html)
    {
        foreach (var (start, end) in Tags(html))
        {
            var tag = html.AsSpan(start, end - start);
            var names = tag.StartsWith("<link", StringComparison.OrdinalIgnoreCase) && tag.Contains(Calendar, StringComparison.OrdinalIgnoreCase);
            var leads = tag.StartsWith("<a ", StringComparison.OrdinalIgnoreCase) && tag.Contains("webcal:", StringComparison.OrdinalIgnoreCase);
            if ((names || leads) && Href(html[start..end]) is { Length: > 0 } href)
                return System.Net.WebUtility.HtmlDecode(href);
        }
        return null;
    }

    /// <summary>Where each tag begins and ends. Comments are passed over, and so is what stands in scripts and styles.</summary>
    private static IEnumerable<(int Start, int End)> Tags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < html.Length; )
        {
            if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = Next(html, html.IndexOf("-->", at, StringComparison.Ordinal));
                continue;
            }
            var end = html.IndexOf('>', at);
            if (end < 0)
                yield break;
            yield return (at, end + 1);
            at = IsScript(html, at) ? Next(html, html.IndexOf("</script", end, StringComparison.OrdinalIgnoreCase)) : Next(html, end);
        }
    }

    private static int Next(string html, int from) => from < 0 ? -1 : html.IndexOf('<', from);

    private static bool IsScript(string html, int at) => html.AsSpan(at).StartsWith("<script", StringComparison.OrdinalIgnoreCase);

    private static string Href(string tag)
    {
        var at = tag.IndexOf("href", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || tag.IndexOf('=', at) is not (> 0 and var equals))
            return "";
        var value = tag.AsSpan(equals + 1).TrimStart();
        if (value is [var quote and ('"' or '\''), ..])
            return value[1..].IndexOf(quote) is >= 0 and var close ? value[1..(close + 1)].ToString() : "";
        var stop = value.IndexOfAny(" >");
        return stop < 0 ? "" : value[..stop].ToString();
    }

    /// <summary>Some programs wrap the data as they did a script in 1998.</summary>
    private static string WithoutWrapping(string json)
    {
        var text = json.AsSpan().Trim();
        foreach (var (open, close) in new[] { ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>") })
        {
            if (text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal) && text.Length >= open.Length + close.Length)
                text = text[open.Length..^close.Length].Trim();
        }
        return text.ToString();
    }
}
