namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>A line end followed by one blank is no line end (RFC 5545, 3.1); it may stand within a character.</summary>
internal static class Folds
{
    /// <summary>Copies <paramref name="raw"/> without its folds; returns the length.</summary>
    public static int Remove(ReadOnlySpan<byte> raw, Span<byte> into)
    {
        var length = 0;
        while (!raw.IsEmpty)
        {
            var end = raw.IndexOf((byte)'\n');
            var line = end < 0 ? raw : raw[..end];
            raw = end < 0 ? [] : raw[Math.Min(raw.Length, end + 2)..];
            if (end >= 0 && line is [.., (byte)'\r'])
                line = line[..^1];
            line.CopyTo(into[length..]);
            length += line.Length;
        }

        return length;
    }
}
