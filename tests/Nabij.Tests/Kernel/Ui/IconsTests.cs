using System.Text.RegularExpressions;
using Nabij.Kernel.Ui;

namespace Nabij.Tests.Kernel.Ui;

public sealed partial class IconsTests
{
    [Fact]
    public void Every_icon_that_a_page_names_is_drawn()
    {
        var named = Frontend.Components().SelectMany(page => IconNamed().Matches(page)).Select(match => match.Value);

        Assert.NotEmpty(named);
        Assert.All(named.Distinct(), name => Assert.Contains(name, Icons.Names));
    }

    [Fact]
    public void An_icon_nobody_drew_says_where_to_add_it() =>
        Assert.Contains(
            "Icons.cs",
            Assert.Throws<ArgumentException>(() => Icons.Path("unicorn")).Message,
            StringComparison.Ordinal
        );

    [GeneratedRegex(
        "(?<=(<Icon Name|\\bIcon)=\")[a-z0-9-]+(?=\")",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IconNamed();
}
