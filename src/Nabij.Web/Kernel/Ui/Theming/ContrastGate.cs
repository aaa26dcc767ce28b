namespace Nabij.Kernel.Ui.Theming;

/// <summary>
/// A pair that cannot be read, and what would help: the darker of its two colours, just dark enough. No proposal when
/// even black would not do.
/// </summary>
public sealed record ContrastFailure(ContrastPair Pair, double Ratio, string DarkerToken, Rgb? Proposal);

/// <summary>Stands between a theme somebody uploads and the people who have to read it.</summary>
public static class ContrastGate
{
    /// <summary>Tokens that the theme leaves out keep the colour of <see cref="ThemeChoice.Basis"/>.</summary>
    public static IReadOnlyList<ContrastFailure> Failures(IReadOnlyDictionary<string, Rgb> theme)
    {
        var colours = new Dictionary<string, Rgb>(Palette.Of(ThemeChoice.Basis).Colours, StringComparer.Ordinal);
        foreach (var (token, colour) in theme)
            colours[token] = colour;
        return
        [
            .. ContrastPair.All.Where(pair => pair.In(colours) < pair.Required).Select(pair => Failure(pair, colours)),
        ];
    }

    private static ContrastFailure Failure(ContrastPair pair, Dictionary<string, Rgb> colours)
    {
        var (foreground, background) = (colours[pair.Foreground], colours[pair.Background]);
        var (token, dark, light) =
            foreground.Luminance <= background.Luminance
                ? (pair.Foreground, foreground, background)
                : (pair.Background, background, foreground);
        return new ContrastFailure(pair, pair.In(colours), token, Contrast.DarkerUntil(dark, light, pair.Required));
    }
}
