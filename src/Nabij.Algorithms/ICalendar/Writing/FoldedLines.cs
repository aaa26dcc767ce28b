using System.Buffers;
using System.Text;

namespace Nabij.Algorithms.ICalendar.Writing;

/// <summary>
/// Content lines, folded so that none is longer than 75 octets and no character is cut in two (RFC 5545, 3.1).
/// </summary>
internal sealed class FoldedLines(IBufferWriter<byte> into)
{
    private const int LineOctets = 75;

    /// <summary>A value that is already as the grammar wants it.</summary>
    public void Write(string name, string value)
    {
        var line = Encoding.UTF8.GetBytes($"{name}:{value}").AsSpan();
        var room = LineOctets;
        while (line.Length > room)
        {
            var cut = room;
            while ((line[cut] & 0xC0) == 0x80)
                cut--;
            into.Write(line[..cut]);
            into.Write("\r\n "u8);
            line = line[cut..];
            room = LineOctets - 1;
        }

        into.Write(line);
        into.Write("\r\n"u8);
    }

    /// <summary>TEXT, escaped; nothing where it is empty.</summary>
    public void WriteText(string name, Text text)
    {
        if (!text.IsEmpty)
            Write(name, ValueText.Escaped(text.ToString()));
    }

    /// <summary>An address: without blanks and line ends, not escaped.</summary>
    public void WriteUri(string name, Text uri)
    {
        if (!uri.IsEmpty)
            Write(
                name,
                string.Concat(uri.ToString().Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && c != '\\'))
            );
    }

    /// <summary>A word such as PUBLISH: letters, digits and dashes.</summary>
    public void WriteToken(string name, Text token)
    {
        var word = string.Concat(token.ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        if (word.Length > 0)
            Write(name, word);
    }
}
