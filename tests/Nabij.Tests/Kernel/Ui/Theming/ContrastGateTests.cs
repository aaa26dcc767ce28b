using Nabij.Kernel.Ui.Theming;

namespace Nabij.Tests.Kernel.Ui.Theming;

public sealed class ContrastGateTests
{
    private const string Button = "--basis-color-accent-1-inverse-bg-default";
    private const string Border = "--basis-color-default-border-default";

    [Fact]
    public void Our_own_themes_pass() =>
        Assert.All(ThemeChoice.All, theme => Assert.Empty(ContrastGate.Failures(Palette.Of(theme).Colours)));

    [Fact]
    public void White_on_the_bright_green_of_a_town_hall_is_refused_and_a_darker_green_proposed()
    {
        var failure = Assert.Single(ContrastGate.Failures(Theme(Button, "#28a745")));

        Assert.Equal("white-on-brand", failure.Pair.Name);
        Assert.Equal(3.13, failure.Ratio, tolerance: .005);
        Assert.Equal(Button, failure.DarkerToken);
        var proposal = Assert.NotNull(failure.Proposal);
        Assert.InRange(Contrast.Between(proposal, Rgb.White), 4.5, 4.7);
        Assert.Equal(Oklch.From(Rgb.Parse("#28a745")!.Value).Hue, Oklch.From(proposal).Hue, tolerance: 3);
        Assert.Empty(ContrastGate.Failures(Theme(Button, proposal.Hex)));
    }

    [Fact]
    public void A_border_needs_three_to_one_only()
    {
        Assert.Empty(ContrastGate.Failures(Theme(Border, "#8a8a8a")));

        var failures = ContrastGate.Failures(Theme(Border, "#a0a0a0"));

        Assert.Equal(["field-border-on-white", "field-border-on-paper"], failures.Select(failure => failure.Pair.Name));
    }

    [Fact]
    public void Where_the_ground_itself_is_too_dark_for_text_there_is_nothing_to_propose()
    {
        var failures = ContrastGate.Failures(Theme("--basis-color-default-bg-subtle", "#4a4a4a"));

        Assert.Contains(failures, failure => failure is { Pair.Name: "text-on-paper", Proposal: null });
    }

    private static Dictionary<string, Rgb> Theme(string token, string hex) => new() { [token] = Rgb.Parse(hex)!.Value };
}
