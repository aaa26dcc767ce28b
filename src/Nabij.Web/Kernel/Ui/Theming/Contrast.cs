namespace Nabij.Kernel.Ui.Theming;

public static class Contrast
{
    /// <summary>The contrast ratio of WCAG 2: 1 for equal colours, 21 for black on white.</summary>
    public static double Between(Rgb one, Rgb other)
    {
        var (light, dark) = (Math.Max(one.Luminance, other.Luminance), Math.Min(one.Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>The colour itself, darkened in its own hue until it reaches the ratio.</summary>
    public static Rgb? DarkerUntil(Rgb colour, Rgb against, double ratio)
    {
        const double step = 0.005;
        if (Between(colour, against) >= ratio)
            return colour;
        var start = Oklch.From(colour);
        for (var lightness = start.Lightness; lightness > 0; lightness -= step)
        {
            var candidate = (start with { Lightness = lightness }).ToRgb();
            if (Between(candidate, against) >= ratio)
                return candidate;
        }

        return null;
    }
}
