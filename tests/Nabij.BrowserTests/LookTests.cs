using Nabij.BrowserTests.Support;
using Nabij.Kernel.Tenancy;

namespace Nabij.BrowserTests;

/// <summary>That the eyes of these tests see: without this, a page where nothing is found proves nothing.</summary>
public sealed class LookTests
{
    private const string Wrong = """
        data:text/html,<!doctype html><html lang="nl"><head><title>Bureau</title></head>
        <body><main><h1>Bureau</h1><img src="riet.png"><p style="width:2000px">Riet belt.</p></main><script>document.title = 'script'</script></body></html>
        """;

    private const string Right = """
        data:text/html,<!doctype html><html lang="nl"><head><title>Bureau</title></head><body><main><h1>Bureau</h1><p>Riet belt.</p></main></body></html>
        """;

    [Fact]
    public async Task A_picture_without_words_and_a_line_too_long_are_found_on_a_page_that_ran_no_script()
    {
        await using var window = await Window.OpenAsync(await Chromium.StartAsync(), "http://127.0.0.1", new Community("stede-broec", "Stede Broec", "Stede Broec"), 390, "nl");

        await window.VisitAsync(Right);
        Assert.Empty(window.Wrong);

        await window.VisitAsync(Wrong);
        Assert.Equal("Bureau", await window.Page.TitleAsync());
        Assert.Contains(window.Wrong, w => w.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(window.Wrong, w => w.EndsWith("wider than the window", StringComparison.Ordinal));
    }
}
