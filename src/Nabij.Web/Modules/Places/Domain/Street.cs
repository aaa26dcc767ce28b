using Nabij.Kernel;

namespace Nabij.Modules.Places.Domain;

public readonly record struct StreetId(Guid Value) : ITypedId<StreetId>
{
    public static StreetId New() => new(Guid.CreateVersion7());

    public static StreetId From(Guid value) => new(value);
}

/// <summary>A street in a town, with how both sound. Streets are few, so a search weighs all of them.</summary>
public sealed class Street(string name, string town)
{
    public const int MaxNameLength = 80;

    public StreetId Id { get; private init; } = StreetId.New();
    public string Name { get; private init; } = name;
    public string Town { get; private init; } = town;

    /// <summary>See <see cref="Spelling.Key(string)"/>.</summary>
    public string NameKey { get; private init; } = Spelling.Key(name);
    public string TownKey { get; private init; } = Spelling.Key(town);
}
