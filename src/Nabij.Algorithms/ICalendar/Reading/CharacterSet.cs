using System.Text;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Turns the bytes of a file into UTF-8 with LF, where they are not that already.</summary>
internal static class CharacterSet
{
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> file)
    {
        var utf8 = file.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => file[3..],
            [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.Span[2..])),
            [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file.Span[2..])),
            [(byte)'B', 0, (byte)'E', 0, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.Span)),
            [0, (byte)'B', 0, (byte)'E', ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file.Span)),
            _ => file,
        };
        return utf8.Span.Contains((byte)'\n') || !utf8.Span.Contains((byte)'\r') ? utf8 : LineFeeds(utf8.Span);
    }

    private static byte[] LineFeeds(ReadOnlySpan<byte> old)
    {
        var bytes = old.ToArray();
        bytes.AsSpan().Replace((byte)'\r', (byte)'\n');
        return bytes;
    }
}
