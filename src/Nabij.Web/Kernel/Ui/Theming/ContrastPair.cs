namespace Nabij.Kernel.Ui.Theming;

/// <summary>
/// Two tokens that meet on the screen. <paramref name="Required"/> is what WCAG 2.2 AA asks of any theme, also an
/// uploaded one; <paramref name="Guaranteed"/> is what the palette generator gives for every hue.
/// </summary>
public sealed record ContrastPair(string Name, string Foreground, string Background, double Required, double Guaranteed)
{
    private const double Text = 4.5;
    private const double Border = 3;

    public static IReadOnlyList<ContrastPair> All { get; } =
    [
        Of("text-on-paper", "default-color-document", "default-bg-subtle", Text, 15.0),
        Of("soft-text-on-paper", "default-color-subtle", "default-bg-subtle", Text, 7.4),
        Of("soft-text-on-white", "default-color-subtle", "default-bg-document", Text, 7.9),
        Of("soft-text-on-shade", "default-color-subtle", "default-bg-default", Text, 7.0),
        Of("soft-text-on-brand-tint", "default-color-subtle", "accent-1-bg-default", Text, 7.0),
        Of("soft-text-on-accent-tint", "default-color-subtle", "accent-2-bg-subtle", Text, 7.3),
        Of("link-on-white", "accent-1-color-default", "default-bg-document", Text, 8.4),
        Of("link-on-paper", "accent-1-color-default", "default-bg-subtle", Text, 7.8),
        Of("link-on-brand-tint", "accent-1-color-default", "accent-1-bg-default", Text, 7.5),
        Of("link-in-error-box", "accent-1-color-default", "negative-bg-default", Text, 7.3),
        Of("white-on-brand", "default-bg-document", "accent-1-inverse-bg-default", Text, 7.7),
        Of("white-on-footer", "default-bg-document", "accent-1-inverse-bg-document", Text, 13.0),
        Of("soft-white-on-footer", "accent-1-inverse-color-subtle", "accent-1-inverse-bg-document", Text, 10.6),
        Of("white-on-accent", "default-bg-document", "accent-2-inverse-bg-default", Text, 7.7),
        Of("initials-on-accent", "accent-2-color-active", "accent-2-bg-active", Text, 9.8),
        Of("initials-on-brand", "accent-1-color-active", "accent-1-bg-active", Text, 9.8),
        Of("field-border-on-white", "default-border-default", "default-bg-document", Border, 4.2),
        Of("field-border-on-paper", "default-border-default", "default-bg-subtle", Border, 4.0),
        Of("error-on-paper", "negative-color-default", "default-bg-subtle", Text, 9.0),
        Of("text-in-error-box", "negative-color-document", "negative-bg-default", Text, 14.0),
        Of("warning-badge", "warning-color-hover", "warning-bg-default", Text, 10.2),
        Of("good-badge", "positive-color-hover", "positive-bg-default", Text, 9.8),
    ];

    public double In(IReadOnlyDictionary<string, Rgb> colours) =>
        Contrast.Between(colours[Foreground], colours[Background]);

    private static ContrastPair Of(
        string name,
        string foreground,
        string background,
        double required,
        double guaranteed
    ) => new(name, Palette.Prefix + foreground, Palette.Prefix + background, required, guaranteed);
}
