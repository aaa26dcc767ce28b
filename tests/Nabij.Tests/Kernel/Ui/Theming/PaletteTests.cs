using Nabij.Kernel.Ui.Theming;

namespace Nabij.Tests.Kernel.Ui.Theming;

public sealed class PaletteTests
{
    private const int Hues = 1000;

    [Fact]
    public void Whatever_hues_a_community_chooses_everything_can_be_read()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        for (var attempt = 0; attempt < Hues; attempt++)
        {
            var theme = new ThemeChoice("any", AnyTint(random, .3), AnyTint(random, .3), AnyTint(random, .05));
            var colours = Palette.Of(theme).Colours;
            foreach (var pair in ContrastPair.All)
                Assert.True(
                    pair.In(colours) >= pair.Guaranteed,
                    $"seed {seed}: {theme}: {pair}: {pair.In(colours):0.00}"
                );
        }
    }

    [Fact]
    public void What_is_guaranteed_is_never_less_than_what_is_required() =>
        Assert.All(ContrastPair.All, pair => Assert.True(pair.Guaranteed >= pair.Required, pair.Name));

    [Fact]
    public void Text_is_guaranteed_seven_to_one() =>
        Assert.All(
            ContrastPair.All.Where(pair => pair.Required > 3),
            pair => Assert.True(pair.Guaranteed >= 7, pair.Name)
        );

    [Theory]
    [InlineData("text-on-paper", 15.2)]
    [InlineData("soft-text-on-paper", 7.6)]
    [InlineData("soft-text-on-white", 8.1)]
    [InlineData("link-on-white", 8.6)]
    [InlineData("link-on-paper", 8.1)]
    [InlineData("link-on-brand-tint", 7.6)]
    [InlineData("white-on-brand", 7.9)]
    [InlineData("white-on-footer", 13.2)]
    [InlineData("field-border-on-white", 4.4)]
    [InlineData("field-border-on-paper", 4.1)]
    [InlineData("error-on-paper", 9.1)]
    [InlineData("text-in-error-box", 14.1)]
    [InlineData("warning-badge", 10.3)]
    [InlineData("good-badge", 9.8)]
    public void The_green_theme_has_the_contrast_of_the_design_rules(string name, double ratio) =>
        Assert.Equal(
            ratio,
            ContrastPair.All.Single(pair => pair.Name == name).In(Palette.Of(ThemeChoice.Basis).Colours),
            tolerance: .05
        );

    [Theory]
    [InlineData("basis", "default-bg-subtle", "#fbf7f1")]
    [InlineData("basis", "default-border-default", "#7d7871")]
    [InlineData("basis", "accent-1-color-default", "#06573b")]
    [InlineData("basis", "accent-1-inverse-bg-default", "#115d41")]
    [InlineData("basis", "accent-1-bg-default", "#e4f5ec")]
    [InlineData("basis", "accent-2-color-default", "#7b2c00")]
    [InlineData("basis", "negative-color-default", "#881415")]
    [InlineData("rivier", "default-bg-subtle", "#f9f7f2")]
    [InlineData("rivier", "accent-1-color-default", "#074c7e")]
    [InlineData("rivier", "accent-2-color-default", "#713700")]
    [InlineData("rivier", "action-1-inverse-bg-hover", "#00416f")]
    [InlineData("baksteen", "default-color-document", "#24201a")]
    [InlineData("baksteen", "accent-1-inverse-bg-default", "#823028")]
    [InlineData("baksteen", "accent-2-color-default", "#035457")]
    [InlineData("baksteen", "negative-color-default", "#881415")]
    [InlineData("heide", "default-border-default", "#7e7873")]
    [InlineData("heide", "accent-1-bg-default", "#f9ebfd")]
    [InlineData("heide", "accent-1-inverse-bg-default", "#673875")]
    [InlineData("heide", "action-1-inverse-bg-hover", "#562763")]
    public void The_four_themes_have_the_colours_they_were_drawn_in(string theme, string step, string hex) =>
        Assert.Equal(hex, Palette.Of(ThemeChoice.Named(theme)!)[$"--basis-color-{step}"].Hex);

    [Fact]
    public void A_theme_that_nobody_made_has_no_name() => Assert.Null(ThemeChoice.Named("zuurstok"));

    private static Tint AnyTint(Random random, double mostChroma) =>
        new(random.NextDouble() * 360, random.NextDouble() * mostChroma);
}
