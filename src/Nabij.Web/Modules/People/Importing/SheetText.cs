using System.Text;

namespace Nabij.Modules.People.Importing;

/// <summary>
/// The text of a file as a spreadsheet saved it: UTF-8 with or without its mark, UTF-16, or the old Windows alphabet. Null when it
/// is no text.
/// </summary>
public static class SheetText
{
    private const int Looked = 4000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // .NET has it

    public static string? Read(byte[] file)
    {
        if (file is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
            return null;
        var text = Decode(file).TrimStart('\uFEFF');
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string Decode(byte[] file)
    {
        switch (file)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(file);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(file);
            case var _ when IsMostlyZero(file, 1):
                return Encoding.Unicode.GetString(file);
            case var _ when IsMostlyZero(file, 0):
                return Encoding.BigEndianUnicode.GetString(file);
        }
        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(file);
        }
    }

    /// <summary>Whether every other byte is nearly always nought, as with letters in two bytes.</summary>
    private static bool IsMostlyZero(byte[] file, int from)
    {
        var (zeros, seen) = (0, 0);
        for (var at = from; at < Math.Min(file.Length, Looked); at += 2, seen++)
            zeros += file[at] == 0 ? 1 : 0;
        return seen > 1 && zeros > seen * 7 / 10;
    }
}
