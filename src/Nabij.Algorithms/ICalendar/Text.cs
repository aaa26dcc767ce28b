using Nabij.Algorithms.ICalendar.Reading;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// Words from a feed. They stay the feed's own bytes until somebody asks for them: most descriptions of a feed are
/// never shown. Equal when the words are equal.
/// </summary>
public readonly struct Text : IEquatable<Text>
{
    private readonly ReadOnlyMemory<byte> raw;
    private readonly string? said;

    /// <summary>These words.</summary>
    public Text(string? said) => this.said = string.IsNullOrEmpty(said) ? null : said;

    internal Text(ReadOnlyMemory<byte> raw) => this.raw = raw;

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => said is null && raw.IsEmpty;

    /// <summary>The words, unfolded and unescaped (RFC 5545, 3.1 and 3.3.11).</summary>
    public override string ToString() => said ?? TextValue.Decode(raw.Span);

    /// <summary>The words without HTML: tags left out or turned into line ends, entities into characters.</summary>
    public string Plain() => HtmlText.ToPlain(ToString());

    /// <inheritdoc/>
    public bool Equals(Text other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Text other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>These words.</summary>
    public static implicit operator Text(string? said) => new(said);

    /// <summary>Whether the same is said.</summary>
    public static bool operator ==(Text left, Text right) => left.Equals(right);

    /// <summary>Whether something else is said.</summary>
    public static bool operator !=(Text left, Text right) => !left.Equals(right);
}
