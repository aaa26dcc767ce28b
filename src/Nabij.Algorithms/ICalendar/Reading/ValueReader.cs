using NodaTime;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Reads the values of properties; what cannot be read becomes a problem with its line.</summary>
internal sealed class ValueReader(ReadingLimits limits, ProblemList problems, bool isUtf8)
{
    private byte[] scratch = new byte[256];

    public ReadOnlySpan<byte> Word(in ContentLine line) => line.Unfolded(ref scratch);

    public Text Text(in ContentLine line)
    {
        if (!isUtf8 && !System.Text.Unicode.Utf8.IsValid(Word(line)))
            problems.Add(ProblemKind.NotUtf8, line.Number, "This text is not UTF-8; it was read as Windows-1252.");
        return new Text(line.Value);
    }

    public int Number(in ContentLine line)
    {
        var word = Word(line);
        if (
            System.Buffers.Text.Utf8Parser.TryParse(word, out int number, out var read)
            && read == word.Length
            && number >= 0
        )
            return number;
        Unreadable(line, "number");
        return 0;
    }

    public RecurrenceRule? Rule(in ContentLine line) => new RecurValue(problems, line.Number).Read(Word(line));

    public CalendarDuration? Duration(in ContentLine line)
    {
        if (DurationValue.TryRead(Word(line), out var duration) && duration is { Days: >= 0, Seconds: >= 0 })
            return duration;
        Unreadable(line, "duration");
        return null;
    }

    public int? Offset(in ContentLine line)
    {
        if (UtcOffsetValue.TryRead(Word(line), out var seconds))
            return seconds;
        Unreadable(line, "offset from universal time");
        return null;
    }

    /// <summary>A moment in universal time, as DTSTAMP is; a local time is taken for one.</summary>
    public Instant? Moment(in ContentLine line)
    {
        if (DateTimeValue.TryRead(Word(line), out var seconds, out _, out _))
            return LocalSeconds.ToInstant(seconds);
        Unreadable(line, "moment");
        return null;
    }

    public CalendarTime? Time(in ContentLine line, ZoneDirectory zones)
    {
        var time = Time(Word(line), ZoneOf(line, zones), zones);
        if (time is null)
            Unreadable(line, "date or time");
        return time;
    }

    public void Times(in ContentLine line, ZoneDirectory zones, List<CalendarTime> into)
    {
        var zone = ZoneOf(line, zones);
        var word = Word(line);
        foreach (var range in word.Split((byte)','))
        {
            if (word[range].IsEmpty || IsFull(into.Count, line))
                continue;
            if (Time(word[range], zone, zones) is { } time)
                into.Add(time);
            else
                Unreadable(line, "date or time");
        }
    }

    public void Periods(in ContentLine line, ZoneDirectory zones, List<RecurrenceDate> into)
    {
        var zone = ZoneOf(line, zones);
        var word = Word(line);
        foreach (var range in word.Split((byte)','))
        {
            if (word[range].IsEmpty || IsFull(into.Count, line))
                continue;
            if (Period(word[range], zone, zones) is { } period)
                into.Add(period);
            else
                Unreadable(line, "date, time or period");
        }
    }

    private static RecurrenceDate? Period(ReadOnlySpan<byte> text, CalendarZone? zone, ZoneDirectory zones)
    {
        var slash = text.IndexOf((byte)'/');
        if (Time(slash < 0 ? text : text[..slash], zone, zones) is not { } start)
            return null;
        if (slash < 0)
            return new RecurrenceDate(start);
        if (DurationValue.TryRead(text[(slash + 1)..].Trim((byte)' '), out var duration))
            return duration is { Days: >= 0, Seconds: >= 0 } ? new RecurrenceDate(start, Duration: duration) : null;
        return Time(text[(slash + 1)..], zone, zones) is { } end ? new RecurrenceDate(start, end) : null;
    }

    private static CalendarTime? Time(ReadOnlySpan<byte> text, CalendarZone? zone, ZoneDirectory zones)
    {
        if (!DateTimeValue.TryRead(text, out var seconds, out var isDate, out var isUtc))
            return null;
        if (isDate)
            return new CalendarTime(seconds, CalendarZone.Floating, isDate: true);
        return new CalendarTime(seconds, isUtc ? CalendarZone.Utc : zone ?? zones.Floating);
    }

    private static CalendarZone? ZoneOf(in ContentLine line, ZoneDirectory zones) =>
        line.Parameters.IsEmpty ? null
        : line.Parameter("TZID"u8) is { IsEmpty: false } tzid ? zones.Named(tzid, line.Number)
        : null;

    private bool IsFull(int count, in ContentLine line)
    {
        if (count == limits.DatesPerEvent)
            problems.Add(
                ProblemKind.TooManyDates,
                line.Number,
                $"An event lists more than {limits.DatesPerEvent} dates; the rest was left out."
            );
        return count >= limits.DatesPerEvent;
    }

    private void Unreadable(in ContentLine line, string what)
    {
        var word = TextValue.Characters(Word(line));
        var shown = word.Length > 60 ? word[..60] + "…" : word;
        problems.Add(
            ProblemKind.UnreadableValue,
            line.Number,
            $"'{shown}' is not a {what}; {TextValue.Characters(line.Name)} is left out."
        );
    }
}
