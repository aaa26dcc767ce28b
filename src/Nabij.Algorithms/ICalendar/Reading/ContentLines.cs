namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Walks the content lines of a file in one pass; lines that are no property become problems.</summary>
internal ref struct ContentLines(ReadOnlyMemory<byte> file, ReadingLimits limits, ProblemList problems)
{
    private readonly ReadOnlySpan<byte> bytes = file.Span;
    private int position;
    private int physical;

    public bool Next(out ContentLine line)
    {
        while (position < bytes.Length)
        {
            var number = physical + 1;
            var (start, first, end) = Logical();
            if (bytes[start..end].IsEmpty || bytes[start..end].Trim(" \t\0"u8).IsEmpty)
                continue;
            if (end - start > limits.LineBytes)
                problems.Add(
                    ProblemKind.LineTooLong,
                    number,
                    $"The line is longer than {limits.LineBytes} bytes and was left out."
                );
            else if (Split(file[start..end], first - start, number, out line))
                return true;
            else
                problems.Add(
                    ProblemKind.UnreadableLine,
                    number,
                    "This line is not a property: a name, a colon and a value."
                );
        }

        line = default;
        return false;
    }

    /// <summary>
    /// From the start of a line to the end of its last fold, without the line end; <c>First</c> is where its first part
    /// ends.
    /// </summary>
    private (int Start, int First, int End) Logical()
    {
        var start = position;
        var first = -1;
        while (true)
        {
            var found = bytes[position..].IndexOf((byte)'\n');
            var end = found < 0 ? bytes.Length : position + found;
            position = Math.Min(bytes.Length, end + 1);
            physical++;
            var trimmed = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            first = first < 0 ? trimmed : first;
            if (position >= bytes.Length || bytes[position] is not ((byte)' ' or (byte)'\t'))
                return (start, first, trimmed);
        }
    }

    private static bool Split(ReadOnlyMemory<byte> raw, int first, int number, out ContentLine line)
    {
        var colon = Colon(raw.Span[..first], out var name);
        if (colon < 0 && first < raw.Length)
        {
            // the fold stands within the name or the parameters: rare, so a copy may be made
            var unfolded = new byte[raw.Length];
            raw = unfolded.AsMemory(0, Folds.Remove(raw.Span, unfolded));
            colon = Colon(raw.Span, out name);
        }

        line = default;
        if (colon < 0 || !PropertyNames.IsName(raw.Span[..name]))
            return false;
        var parameters = name == colon ? [] : raw.Span[(name + 1)..colon];
        line = new ContentLine(raw.Span[..name], parameters, raw[(colon + 1)..], number);
        return true;
    }

    /// <summary>
    /// The colon before the value: the first one outside quotes, or simply the first where quotes never close.
    /// </summary>
    private static int Colon(ReadOnlySpan<byte> text, out int name)
    {
        name = text.IndexOfAny((byte)':', (byte)';');
        if (name < 0 || text[name] == ':')
            return name;
        var quoted = false;
        for (var i = name; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == ':' && !quoted)
                return i;
        }

        return quoted ? text.IndexOf((byte)':') : -1;
    }
}
