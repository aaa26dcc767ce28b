namespace Nabij.Modules.Reach.Domain;

/// <summary>
/// What somebody means who texts back: the number of a choice, the choice in full, or 'ja', 'nee' and 'stop' for the first,
/// the second and the third choice. With anything more around it, a person had better read it.
/// </summary>
public static class TextAnswer
{
    private static readonly string[][] Short = [["ja", "j", "yes", "ok", "oke", "oké"], ["nee", "n", "no"], ["stop"]];

    public static string? Read(
        string text,
        IReadOnlyList<string> choices,
        IReadOnlyList<IReadOnlyCollection<string>> labels
    )
    {
        var said = Plain(text);
        for (var i = 0; i < choices.Count; i++)
        {
            if (said == $"{i + 1}" || labels[i].Any(label => said == Plain(label)))
                return choices[i];
            if (i < Short.Length && Short[i].Contains(said, StringComparer.Ordinal))
                return choices[i];
        }
        return null;
    }

    /// <summary>Small letters, without what stands around the words.</summary>
    private static string Plain(string text) => text.Trim(' ', '\t', '\r', '\n', '.', '!', '"', '\'', ',').ToLowerInvariant();
}
