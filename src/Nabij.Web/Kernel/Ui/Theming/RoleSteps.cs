namespace Nabij.Kernel.Ui.Theming;

/// <summary>
/// The 28 steps of one colour role of NL Design System. A step fixes the lightness and the share of the role's chroma;
/// only hue and chroma come from the theme. The fixed lightness is what guarantees the contrast between two steps.
/// </summary>
internal static class RoleSteps
{
    private const double MostColourfulPaper = .02;

    private static readonly (string Name, double Lightness, double Share)[] Light =
    [
        ("bg-document", .990, .06),
        ("bg-subtle", .978, .12),
        ("bg-default", .955, .26),
        ("bg-hover", .925, .38),
        ("bg-active", .895, .48),
        ("border-subtle", .865, .45),
        ("border-default", .575, .75),
        ("border-hover", .49, .9),
        ("border-active", .42, 1),
        ("color-subtle", .455, .9),
        ("color-default", .405, 1),
        ("color-hover", .345, 1),
        ("color-active", .295, .95),
        ("color-document", .255, .6),
    ];

    private static readonly (string Name, double Lightness, double Share)[] Inverse =
    [
        ("bg-document", .30, .8),
        ("bg-subtle", .36, .9),
        ("bg-default", .425, 1),
        ("bg-hover", .365, 1),
        ("bg-active", .31, .95),
        ("border-subtle", .55, .8),
        ("border-default", .75, .6),
        ("border-hover", .83, .5),
        ("border-active", .88, .4),
        ("color-subtle", .93, .25),
        ("color-default", 1, 0),
        ("color-hover", 1, 0),
        ("color-active", 1, 0),
        ("color-document", 1, 0),
    ];

    public static IEnumerable<string> Names =>
        Light.Select(step => step.Name).Concat(Inverse.Select(step => "inverse-" + step.Name));

    public static Dictionary<string, Rgb> Of(Tint tint)
    {
        var steps = new Dictionary<string, Rgb>(StringComparer.Ordinal);
        foreach (var (name, lightness, share) in Light)
            steps[name] = new Oklch(lightness, tint.Chroma * share, tint.Hue).ToRgb();
        foreach (var (name, lightness, share) in Inverse)
            steps["inverse-" + name] = new Oklch(lightness, tint.Chroma * share, tint.Hue).ToRgb();
        return steps;
    }

    /// <summary>Paper and ink: nearly grey, white panels, and text darker than a colour gives.</summary>
    public static Dictionary<string, Rgb> Neutral(Tint paper)
    {
        var (hue, chroma) = (paper.Hue, Math.Min(paper.Chroma, MostColourfulPaper));
        var steps = Of(new Tint(hue, chroma * 1.35));
        steps["bg-document"] = Rgb.White;
        steps["bg-subtle"] = new Oklch(.977, chroma * .75, hue).ToRgb();
        steps["bg-default"] = new Oklch(.955, chroma, hue).ToRgb();
        steps["border-subtle"] = new Oklch(.885, chroma * 1.3, hue).ToRgb();
        steps["color-document"] = new Oklch(.245, .012, hue).ToRgb();
        steps["color-default"] = new Oklch(.30, .012, hue).ToRgb();
        steps["color-subtle"] = new Oklch(.43, .016, hue).ToRgb();
        return steps;
    }
}
