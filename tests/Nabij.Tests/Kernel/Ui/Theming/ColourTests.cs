using Nabij.Kernel.Ui.Theming;

namespace Nabij.Tests.Kernel.Ui.Theming;

public sealed class ColourTests
{
    [Fact]
    public void Black_on_white_is_twenty_one_to_one() =>
        Assert.Equal(21, Contrast.Between(new Rgb(0, 0, 0), Rgb.White), tolerance: .001);

    [Fact]
    public void Contrast_does_not_ask_which_of_the_two_is_the_text() =>
        Assert.Equal(
            Contrast.Between(new Rgb(6, 87, 59), Rgb.White),
            Contrast.Between(Rgb.White, new Rgb(6, 87, 59)),
            tolerance: 0
        );

    [Theory]
    [InlineData("#28a745")]
    [InlineData("#881415")]
    [InlineData("#074c7e")]
    [InlineData("#ffdd00")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    public void A_colour_survives_the_way_through_lightness_chroma_and_hue(string hex)
    {
        var there = Rgb.Parse(hex)!.Value;
        var back = Oklch.From(there).ToRgb();

        Assert.InRange(back.Red - there.Red, -2, 2);
        Assert.InRange(back.Green - there.Green, -2, 2);
        Assert.InRange(back.Blue - there.Blue, -2, 2);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("url(https://example.org)")]
    [InlineData("")]
    public void What_is_not_six_hexadecimal_digits_is_no_colour(string text) => Assert.Null(Rgb.Parse(text));
}
