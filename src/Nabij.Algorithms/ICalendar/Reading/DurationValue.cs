namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>DURATION (RFC 5545, 3.3.6): P1W, P1DT2H, -PT15M.</summary>
internal static class DurationValue
{
    public static bool TryRead(ReadOnlySpan<byte> text, out CalendarDuration duration)
    {
        duration = default;
        var negative = text is [(byte)'-', ..];
        if (text is [(byte)'-' or (byte)'+', ..])
            text = text[1..];
        if (text is not [(byte)'P' or (byte)'p', _, ..])
            return false;
        var (days, seconds, inTime) = (0L, 0L, false);
        text = text[1..];
        while (!text.IsEmpty)
        {
            if (text[0] is (byte)'T' or (byte)'t' && !inTime)
            {
                inTime = true;
                text = text[1..];
                continue;
            }

            if (
                !Number(ref text, out var number)
                || text.IsEmpty
                || !AddUnit((char)text[0], inTime, number, ref days, ref seconds)
            )
                return false;
            text = text[1..];
        }

        if (days > CalendarDuration.MostDays || seconds > (long)CalendarDuration.MostDays * LocalSeconds.Day)
            return false;
        duration = negative ? new CalendarDuration((int)-days, -seconds) : new CalendarDuration((int)days, seconds);
        return true;
    }

    private static bool AddUnit(char unit, bool inTime, long number, ref long days, ref long seconds)
    {
        switch (char.ToUpperInvariant(unit), inTime)
        {
            case ('W', false):
                days += 7 * number;
                return true;
            case ('D', false):
                days += number;
                return true;
            case ('H', true):
                seconds += 3_600 * number;
                return true;
            case ('M', true):
                seconds += 60 * number;
                return true;
            case ('S', true):
                seconds += number;
                return true;
            default:
                return false;
        }
    }

    private static bool Number(ref ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit((char)text[length]))
        {
            if (number > 10_000_000_000)
                return false;
            number = number * 10 + text[length++] - '0';
        }

        text = text[length..];
        return length > 0;
    }
}
