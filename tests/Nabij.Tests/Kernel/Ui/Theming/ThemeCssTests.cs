using System.Text.RegularExpressions;
using Nabij.Kernel.Ui.Theming;

namespace Nabij.Tests.Kernel.Ui.Theming;

public sealed partial class ThemeCssTests
{
    [Fact]
    public void A_community_sets_its_colours_and_nothing_else()
    {
        var lines = ThemeCss.For(ThemeChoice.Heide).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(":root {", lines[0]);
        Assert.Equal("}", lines[^1]);
        Assert.All(lines[1..^1], line => Assert.Matches(Declaration(), line));
        Assert.Contains("  --basis-color-accent-1-inverse-bg-default: #673875;", lines);
    }

    [Fact]
    public void The_colours_bundled_in_the_style_sheet_are_those_of_the_palette() =>
        Assert.Equal(ThemeCss.Shared(), Frontend.Read("css/palette.css"));

    [Fact]
    public void The_style_sheets_read_no_colour_that_the_palette_does_not_have()
    {
        var known = Palette.Of(ThemeChoice.Basis).Colours;

        var read = Frontend.StyleSheets().SelectMany(css => ColourRead().Matches(css)).Select(match => match.Value);

        Assert.All(read, token => Assert.Contains(token, known));
    }

    [GeneratedRegex("^  --basis-color-[a-z0-9-]+: #[0-9a-f]{6};$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("(?<=var\\()--basis-color-[a-z0-9-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ColourRead();
}
