using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Nabij.Kernel.Languages;

/// <summary>All texts in one language. A key without a text is a mistake that a test finds; on screen it shows itself.</summary>
public sealed class Texts(string language, FrozenDictionary<string, string> texts)
{
    public string Language => language;
    public IReadOnlyDictionary<string, string> All => texts;

    public string this[string key] => texts.GetValueOrDefault(key, key);

    /// <summary>The text with its <c>{names}</c> filled in.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> words]
    {
        get
        {
            var text = new StringBuilder(this[key]);
            foreach (var (name, value) in words)
                text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture));
            return text.ToString();
        }
    }

    public string this[Refusal refusal] => this[refusal.TextKey];

    /// <summary>The word for a value of an enum: the text <c>HelpKind.Groceries</c>.</summary>
    public string this[Enum value] => this[$"{value.GetType().Name}.{value}"];

    /// <summary>The text <c>key.one</c> or <c>key.other</c>, with <c>{n}</c> and the other words filled in.</summary>
    public string Count(string key, int n, params ReadOnlySpan<(string Name, object? Value)> words) =>
        this[n == 1 ? $"{key}.one" : $"{key}.other", [("n", n), .. words]];

    /// <summary>The text with its words filled in, for words that were kept as a dictionary.</summary>
    public string Fill(string key, IReadOnlyDictionary<string, string> words)
    {
        var text = new StringBuilder(this[key]);
        foreach (var (name, value) in words)
            text.Replace($"{{{name}}}", value);
        return text.ToString();
    }
}
