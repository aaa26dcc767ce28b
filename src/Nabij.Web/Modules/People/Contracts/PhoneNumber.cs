namespace Nabij.Modules.People.Contracts;

/// <summary>
/// A telephone number, whichever way it was typed: '06-12 34 56 78', '+31 (0)6 12345678' and '0031612345678' are one.
/// Kept as <c>+31612345678</c>, written as '06 12 34 56 78'.
/// </summary>
public static class PhoneNumber
{
    private const string Netherlands = "+31";
    private const int MinForeignDigits = 8;
    private const int MaxDigits = 15;

    // the other areas of the Netherlands have four digits
    private static readonly HashSet<string> ShortAreas = new(StringComparer.Ordinal)
    {
        "010", "013", "014", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040", "043", "045",
        "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076", "077", "078", "079", "085",
        "088",
    };

    /// <summary>The number as it is kept, or null when this is no telephone number.</summary>
    public static string? Read(string typed)
    {
        var text = typed.Trim().Replace("(0)", "", StringComparison.Ordinal);
        if (text.Any(c => !char.IsAsciiDigit(c) && !IsBetweenDigits(c)))
            return null;

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return text switch
        {
            ['+', ..] => International(digits),
            ['0', '0', ..] => International(digits[2..]),
            ['0', ..] => Dutch(digits[1..]),
            _ => null,
        };
    }

    public static bool IsDutch(string kept) => kept.StartsWith(Netherlands, StringComparison.Ordinal);

    public static bool IsMobile(string kept) => kept.StartsWith($"{Netherlands}6", StringComparison.Ordinal);

    /// <summary>'06 12 34 56 78', '0228 51 00 00', '030 123 45 67'; foreign numbers as they are kept.</summary>
    public static string Written(string kept)
    {
        if (!IsDutch(kept) || kept.Length != 12)
            return kept;
        var n = $"0{kept[3..]}";
        if (IsMobile(kept))
            return $"{n[..2]} {n[2..4]} {n[4..6]} {n[6..8]} {n[8..]}";
        return ShortAreas.Contains(n[..3])
            ? $"{n[..3]} {n[3..6]} {n[6..8]} {n[8..]}"
            : $"{n[..4]} {n[4..6]} {n[6..8]} {n[8..]}";
    }

    private static string? International(string digits) =>
        digits.StartsWith("31", StringComparison.Ordinal) ? Dutch(digits[2..].TrimStart('0'))
        : digits.Length is >= MinForeignDigits and <= MaxDigits && digits[0] != '0' ? $"+{digits}"
        : null;

    private static string? Dutch(string withoutZero) =>
        withoutZero.Length == 9 && withoutZero[0] != '0' ? $"{Netherlands}{withoutZero}" : null;

    private static bool IsBetweenDigits(char c) => c is '+' or '-' or '(' or ')' or '.' or '/' || char.IsWhiteSpace(c);
}
