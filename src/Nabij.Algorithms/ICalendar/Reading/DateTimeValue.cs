namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>
/// DATE and DATE-TIME (RFC 5545, 3.3.4 and 3.3.5); dashes and colons between the digits are forgiven.
/// </summary>
internal static class DateTimeValue
{
    /// <summary>Wall seconds, whether only a date was given, and whether it ended with Z.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds, out bool isDate, out bool isUtc)
    {
        (seconds, isDate, isUtc) = (0, false, false);
        text = text.Trim(" \t"u8);
        isUtc = text is [.., (byte)'Z' or (byte)'z'];
        text = isUtc ? text[..^1] : text;
        if (
            !Digits(ref text, 4, out var year)
            || !Digits(ref text, 2, out var month)
            || !Digits(ref text, 2, out var day)
        )
            return false;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > CivilDay.DaysInMonth(year, month))
            return false;
        seconds = (long)CivilDay.Of(year, month, day) * LocalSeconds.Day;
        isDate = text.IsEmpty;
        return isDate || (text[0] is (byte)'T' or (byte)'t' or (byte)' ' && Time(text[1..], ref seconds));
    }

    private static bool Time(ReadOnlySpan<byte> text, ref long seconds)
    {
        if (!Digits(ref text, 2, out var hour) || !Digits(ref text, 2, out var minute))
            return false;
        var second = 0;
        if (!text.IsEmpty && !Digits(ref text, 2, out second))
            return false;
        var midnight = hour == 24 && minute == 0 && second == 0;
        if (!text.IsEmpty || (hour > 23 && !midnight) || minute > 59 || second > 60)
            return false;
        seconds += (hour * 60 + minute) * 60 + Math.Min(second, 59);
        return true;
    }

    private static bool Digits(ref ReadOnlySpan<byte> text, int count, out int number)
    {
        number = 0;
        if (text is [(byte)'-' or (byte)':', ..])
            text = text[1..];
        if (text.Length < count)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit((char)text[i]))
                return false;
            number = number * 10 + text[i] - '0';
        }

        text = text[count..];
        return true;
    }
}
