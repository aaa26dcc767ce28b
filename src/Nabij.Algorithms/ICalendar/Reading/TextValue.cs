using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>TEXT (RFC 5545, 3.3.11): unfolded, decoded and unescaped, in this order.</summary>
internal static class TextValue
{
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty)
            return "";
        if (!raw.ContainsAny((byte)'\n', (byte)'\\'))
            return Characters(raw);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var unescaped = Unescape(buffer.AsSpan(0, Folds.Remove(raw, buffer)));
        var text = Characters(unescaped);
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>The values of a list, split at the commas that are not escaped.</summary>
    public static List<string> DecodeList(ReadOnlySpan<byte> unfolded)
    {
        var values = new List<string>();
        var start = 0;
        for (var i = 0; i <= unfolded.Length; i++)
        {
            if (i < unfolded.Length && unfolded[i] == '\\')
                i++;
            else if (i == unfolded.Length || unfolded[i] == ',')
            {
                if (Decode(unfolded[start..i].Trim((byte)' ')) is { Length: > 0 } value)
                    values.Add(value);
                start = i + 1;
            }
        }

        return values;
    }

    /// <summary>UTF-8; where it is not, Windows-1252, the other thing that is met.</summary>
    public static string Characters(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        return string.Create(
            bytes.Length,
            bytes,
            static (text, bytes) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = bytes[i] is >= 0x80 and < 0xA0 ? Windows1252[bytes[i] - 0x80] : (char)bytes[i];
            }
        );
    }

    private const string Windows1252 =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
        + "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>In place; a backslash before anything else than the five escapes stays.</summary>
    private static ReadOnlySpan<byte> Unescape(Span<byte> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] : (byte)0;
            if (next is (byte)'n' or (byte)'N')
                (text[length++], i) = ((byte)'\n', i + 1);
            else if (next is (byte)',' or (byte)';' or (byte)'\\' or (byte)'"')
                (text[length++], i) = (next, i + 1);
            else
                text[length++] = text[i];
        }

        return text[..length];
    }
}
