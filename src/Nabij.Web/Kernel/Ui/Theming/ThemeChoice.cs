using System.Runtime.InteropServices;

namespace Nabij.Kernel.Ui.Theming;

/// <summary>A hue in degrees and how colourful it may be.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tint(double Hue, double Chroma);

/// <summary>All that a community chooses about its colours. Not lightness: so contrast is never lost.</summary>
public sealed record ThemeChoice(string Name, Tint Brand, Tint Accent, Tint Paper)
{
    public static readonly ThemeChoice Basis = new("basis", new(163, .085), new(43, .12), new(80, .012));
    public static readonly ThemeChoice Rivier = new("rivier", new(248, .105), new(55, .12), new(85, .009));
    public static readonly ThemeChoice Baksteen = new("baksteen", new(28, .115), new(200, .09), new(70, .013));
    public static readonly ThemeChoice Heide = new("heide", new(318, .11), new(150, .09), new(60, .010));

    public static IReadOnlyList<ThemeChoice> All { get; } = [Basis, Rivier, Baksteen, Heide];

    public static ThemeChoice? Named(string name) =>
        All.FirstOrDefault(theme => string.Equals(theme.Name, name, StringComparison.Ordinal));
}
