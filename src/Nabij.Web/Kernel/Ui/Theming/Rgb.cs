using System.Globalization;
using System.Runtime.InteropServices;

namespace Nabij.Kernel.Ui.Theming;

/// <summary>A colour as screens show it, eight bits a channel.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static readonly Rgb White = new(255, 255, 255);

    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Relative luminance as WCAG 2 defines it: 0 for black, 1 for white.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads '#06573b'; anything else is no colour.</summary>
    public static Rgb? Parse(string hex) =>
        hex is ['#', .. { Length: 6 } digits]
        && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8 & 0xff), (byte)(value & 0xff))
            : null;

    public override string ToString() => Hex;

    internal static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
