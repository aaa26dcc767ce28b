using System.ComponentModel.DataAnnotations.Schema;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>What a feed does not say itself, and holds for its activities: said once, by who knows the organisation.</summary>
/// <param name="Theme">Null is: as the title and the categories suggest.</param>
/// <param name="Cents">0 is free, null is not said.</param>
/// <param name="Place">Where it is when the feed does not say.</param>
[ComplexType]
public sealed record FeedMeaning(Theme? Theme, Audience Audience, int? Cents, AccessFacts Access, string Place)
{
    public static readonly FeedMeaning NotSaid = new(null, Audience.Everyone, null, AccessFacts.None, "");

    /// <summary>The meaning for an activity with these categories and this title.</summary>
    public FeedMeaning For(string title, IEnumerable<string> categories, IReadOnlyDictionary<string, FeedWord> words)
    {
        var meaning = this;
        Theme? theme = null;
        foreach (var category in categories)
        {
            if (!words.TryGetValue(FeedWord.Plain(category), out var word))
                continue;
            theme ??= word.Theme;
            meaning = meaning with { Audience = word.Audience ?? meaning.Audience, Access = meaning.Access | word.Access };
        }
        return meaning with { Theme = theme ?? Theme ?? ThemeWords.Guess([.. categories, title]) };
    }
}

/// <summary>What a category of a feed means here: 'Senioren' is an audience, 'Gym' a theme.</summary>
public sealed class FeedWord(FeedId feed, string word)
{
    public const int MaxLength = 60;

    public FeedId Feed { get; private init; } = feed;

    /// <summary>In lower case.</summary>
    public string Word { get; private init; } = word;
    public Theme? Theme { get; private set; }
    public Audience? Audience { get; private set; }
    public AccessFacts Access { get; private set; }

    /// <summary>More than these is a feed that makes a category of every title.</summary>
    public const int MostPerFeed = 40;

    public static string Plain(string category) => category.Trim().ToLowerInvariant() is { Length: > MaxLength } text ? text[..MaxLength] : category.Trim().ToLowerInvariant();

    /// <summary>Says whether anything changed.</summary>
    public bool Means(Theme? theme, Audience? audience, AccessFacts access)
    {
        if ((theme, audience, access) == (Theme, Audience, Access))
            return false;
        (Theme, Audience, Access) = (theme, audience, access);
        return true;
    }
}
