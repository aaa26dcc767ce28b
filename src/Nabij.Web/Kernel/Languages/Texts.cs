using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Nabij.Kernel.Languages;

/// <summary>All texts in one language. A key without a text is a mistake that a test finds; on screen it shows itself.</summary>
public sealed class Texts(string language, FrozenDictionary<string, string> texts)
{
    public string Language => language;
    public IReadOnlyDictionary<string, string> All => texts;

    public string this[string key] => texts.GetValueOrDefault(key, key);

    /// <summary>The text with its <c>{names}</c> filled in. What is filled in is not looked into again.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> words]
    {
        get
        {
            var rest = this[key].AsSpan();
            var text = new DefaultInterpolatedStringHandler(rest.Length, words.Length, CultureInfo.InvariantCulture);
            while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
            {
                text.AppendFormatted(rest[..open]);
                var hole = rest.Slice(open, length + 1);
                if (IndexOf(hole[1..^1], words) is >= 0 and var word)
                    text.AppendFormatted(words[word].Value);
                else
                    text.AppendFormatted(hole);
                rest = rest[(open + hole.Length)..];
            }
            text.AppendFormatted(rest);
            return text.ToStringAndClear();
        }
    }

    public string this[Refusal refusal] => this[refusal.TextKey];

    /// <summary>The word for a value of an enum: the text <c>HelpKind.Groceries</c>.</summary>
    public string this[Enum value] => this[$"{value.GetType().Name}.{value}"];

    /// <summary>The text <c>key.one</c> or <c>key.other</c>, with <c>{n}</c> and the other words filled in.</summary>
    public string Count(string key, int n, params ReadOnlySpan<(string Name, object? Value)> words) =>
        this[n == 1 ? $"{key}.one" : $"{key}.other", [("n", n), .. words]];

    /// <summary>The text with its words filled in, for words that were kept as a dictionary.</summary>
    public string Fill(string key, IReadOnlyDictionary<string, string> words) =>
        this[key, [.. words.Select(word => (word.Key, (object?)word.Value))]];

    private static int IndexOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object? Value)> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (name.SequenceEqual(words[i].Name))
                return i;
        }
        return -1;
    }
}
