using System.Runtime.InteropServices;

namespace Nabij.Kernel.Ui.Theming;

/// <summary>
/// A colour as eyes judge it: lightness 0–1, chroma, hue in degrees (Björn Ottosson, 'A perceptual color space for
/// image processing', 2020). Colours of equal lightness have nearly equal contrast, whatever their hue.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    private const double ChromaStep = 0.002;
    private const double Tolerance = 0.0005;

    /// <summary>The colour, or the most colourful one of this lightness and hue that a screen can show.</summary>
    public Rgb ToRgb()
    {
        for (var chroma = Chroma; chroma >= 0; chroma -= ChromaStep)
        {
            var (red, green, blue) = (this with { Chroma = chroma }).Linear();
            if (OnScreen(red) && OnScreen(green) && OnScreen(blue))
                return new Rgb(Channel(red), Channel(green), Channel(blue));
        }

        var grey = Channel(Math.Pow(Lightness, 3));
        return new Rgb(grey, grey, grey);
    }

    public static Oklch From(Rgb colour)
    {
        var (red, green, blue) = (Rgb.Linear(colour.Red), Rgb.Linear(colour.Green), Rgb.Linear(colour.Blue));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        var lightness = (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
        return new Oklch(lightness, Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a) * 180 / Math.PI);
    }

    private (double Red, double Green, double Blue) Linear()
    {
        var a = Chroma * Math.Cos(Hue * Math.PI / 180);
        var b = Chroma * Math.Sin(Hue * Math.PI / 180);
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)
        );
    }

    private static bool OnScreen(double linear) => linear is >= -Tolerance and <= 1 + Tolerance;

    private static byte Channel(double linear)
    {
        var curved = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(curved, 0, 1) * 255, MidpointRounding.AwayFromZero);
    }
}
