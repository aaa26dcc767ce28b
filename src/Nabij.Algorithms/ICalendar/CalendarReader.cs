using System.Text.Unicode;
using Nabij.Algorithms.ICalendar.Reading;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// Reads iCalendar (RFC 5545, RFC 7986) as feeds really are. Never throws on what it reads: an event that makes no
/// sense is left out, and a problem says why and on which line. One pass; texts stay bytes of the file until asked for.
/// </summary>
public static class CalendarReader
{
    /// <summary>Reads a file. The bytes belong to the feed from here on and may not change.</summary>
    /// <param name="file">UTF-8; a byte order mark, UTF-16 and Windows-1252 are recognised.</param>
    /// <param name="limits">How much is read; <see cref="ReadingLimits.Default"/> where not given.</param>
    public static CalendarFeed Read(ReadOnlyMemory<byte> file, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        var problems = new ProblemList(limits.Problems);
        if (file.Length > limits.Bytes)
        {
            problems.Add(
                ProblemKind.FileTooLarge,
                0,
                $"The file is {file.Length} bytes, more than the {limits.Bytes} that are read."
            );
            return new CalendarFeed { Problems = problems.All };
        }

        file = CharacterSet.ToUtf8(file);
        var values = new ValueReader(limits, problems, Utf8.IsValid(file.Span));
        return new ComponentReader(values, limits, problems).Read(new ContentLines(file, limits, problems));
    }
}
