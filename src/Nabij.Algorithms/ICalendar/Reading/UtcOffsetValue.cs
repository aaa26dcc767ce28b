namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>UTC-OFFSET (RFC 5545, 3.3.14): +0100, -053020; a colon and a missing sign are forgiven.</summary>
internal static class UtcOffsetValue
{
    public static bool TryRead(ReadOnlySpan<byte> text, out int seconds)
    {
        seconds = 0;
        var negative = text is [(byte)'-', ..];
        if (text is [(byte)'-' or (byte)'+', ..])
            text = text[1..];
        var (digits, number) = (0, 0);
        foreach (var character in text)
        {
            if (character == ':')
                continue;
            if (!char.IsAsciiDigit((char)character) || ++digits > 6)
                return false;
            number = number * 10 + character - '0';
        }

        if (digits is not (2 or 4 or 6))
            return false;
        var hms =
            digits == 2 ? number * 10_000
            : digits == 4 ? number * 100
            : number;
        seconds = hms / 10_000 * 3_600 + hms / 100 % 100 * 60 + hms % 100;
        if (seconds > 18 * 3_600)
            return false;
        seconds = negative ? -seconds : seconds;
        return true;
    }
}
