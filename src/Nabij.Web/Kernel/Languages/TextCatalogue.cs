using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Nabij.Kernel.Languages;

/// <summary>
/// Every text of every module in every language: the files <c>Texts/nl.json</c>, <c>Texts/en.json</c> … beside the code
/// that shows them, one flat object of key and text each. A language is added by adding files.
/// </summary>
public sealed class TextCatalogue
{
    public const string FirstLanguage = "nl";

    private readonly FrozenDictionary<string, Texts> byLanguage;

    public TextCatalogue(params IEnumerable<Assembly> assemblies)
    {
        var texts = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".json", StringComparison.Ordinal)))
            Add(texts, assembly, name);
        byLanguage = texts.ToFrozenDictionary(
            l => l.Key,
            l => new Texts(l.Key, l.Value.ToFrozenDictionary(StringComparer.Ordinal)),
            StringComparer.Ordinal
        );
    }

    public IEnumerable<string> Languages => byLanguage.Keys.Order(StringComparer.Ordinal);

    /// <summary>The texts in this language, or in Dutch when we do not have it.</summary>
    public Texts In(string? language) =>
        language is not null && byLanguage.TryGetValue(language, out var texts) ? texts : byLanguage[FirstLanguage];

    private static void Add(Dictionary<string, Dictionary<string, string>> texts, Assembly assembly, string resource)
    {
        var language = resource.Split('.')[^2];
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var found = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        if (!texts.TryGetValue(language, out var known))
            texts[language] = known = new(StringComparer.Ordinal);
        foreach (var (key, text) in found)
        {
            if (!known.TryAdd(key, text))
                throw new InvalidOperationException($"The text '{key}' ({language}) is there twice.");
        }
    }
}
