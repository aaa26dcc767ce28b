namespace Nabij.Demo.Residents;

/// <summary>Names people as their time did.</summary>
public sealed class NameGiver(Random random)
{
    private static readonly NameBook Book = NameBook.Read();
    private static readonly Dictionary<string, Origin> KnownOrigins = Book
        .WomenBefore1960.Concat(Book.MenBefore1960)
        .Concat(Book.Until1990)
        .Concat(Book.After1990)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(name => name, name => Origins.OfGivenName(name, Book), StringComparer.Ordinal);

    public FullName Next(int birthYear, bool woman)
    {
        var given = random.Pick(Book.BornIn(birthYear, woman));
        var origin = KnownOrigins[given];
        return new(given, random.Pick(origin.FamilyNames), origin.Language);
    }

    /// <summary>Somebody of the same household, with its name.</summary>
    public FullName NextAtHomeWith(FullName other, int birthYear, bool woman)
    {
        var names = Book.BornIn(birthYear, woman).Where(n => KnownOrigins[n].Language == other.Language && n != other.Given).ToList();
        return names.Count == 0 ? Next(birthYear, woman) : other with { Given = random.Pick(names) };
    }
}

/// <summary><paramref name="Language"/>: what is spoken at home besides Dutch.</summary>
public sealed record FullName(string Given, string Family, string? Language = null);
