using AngleSharp.Dom;
using Nabij.Kernel.Ui.Forms;

namespace Nabij.Tests.Kernel.Ui.Forms;

public sealed class FieldTests
{
    private static readonly string[] MondayAndSaturday = ["mon", "sat"];

    [Fact]
    public async Task A_refused_phone_number_is_still_there_with_its_error_read_aloud()
    {
        var page = await Rendering.Of<TextInput>(
            new
            {
                Name = "Input.Phone",
                Label = "Op welk nummer kunnen we je bellen?",
                Description = "Vast of mobiel",
                Error = "Vul een telefoonnummer in met 10 cijfers",
                Value = "030 123 45",
            }
        );

        var input = page.QuerySelector("input[name='Input.Phone']")!;
        Assert.Equal("030 123 45", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var spoken = input
            .GetAttribute("aria-describedby")!
            .Split(' ')
            .Select(id => page.QuerySelector($"#{id}")!.Text());
        Assert.Equal(["Vast of mobiel", "Vul een telefoonnummer in met 10 cijfers"], spoken);
        Assert.Equal(input.Id, page.QuerySelector("label")!.GetAttribute("for"));
    }

    [Fact]
    public async Task A_field_without_error_says_nothing_of_being_wrong()
    {
        var page = await Rendering.Of<TextArea>(
            new
            {
                Name = "Input.Story",
                Label = "Wat wil je vertellen?",
                Value = "<b>Truus</b>",
            }
        );

        var area = page.QuerySelector("textarea")!;
        Assert.Equal("<b>Truus</b>", area.TextContent);
        Assert.False(area.HasAttribute("aria-invalid"));
        Assert.False(area.HasAttribute("aria-describedby"));
    }

    [Fact]
    public async Task The_link_in_the_summary_lands_on_the_first_answer_card()
    {
        var error = new FieldError("Input.Moment", "Kies wanneer het je uitkomt");
        Choice[] options = [new("weekly", "Een vaste dag"), new("once", "Eén keer")];

        var summary = await Rendering.Of<ErrorSummary>(new { Title = "Er mist nog iets", Errors = new[] { error } });
        var choices = await Rendering.Of<Choices>(
            new
            {
                error.Name,
                Legend = "Welk moment is fijn?",
                Options = options,
                Error = error.Message,
            }
        );

        var link = summary.QuerySelector("a")!.GetAttribute("href")!;
        Assert.StartsWith(Rendering.Page + "#", link, StringComparison.Ordinal);
        var target = link[Rendering.Page.Length..];
        Assert.Equal("weekly", choices.QuerySelector($"input{target}")!.GetAttribute("value"));
        var alert = summary.QuerySelector("[role=alert]")!;
        Assert.True(alert.HasAttribute("autofocus"));
        Assert.Equal("-1", alert.GetAttribute("tabindex"));
    }

    [Fact]
    public async Task Only_the_chosen_cards_are_ticked()
    {
        Choice[] days = [new("mon", "Maandag"), new("tue", "Dinsdag"), new("sat", "Zaterdag")];

        var page = await Rendering.Of<Choices>(
            new
            {
                Name = "Input.Days",
                Legend = "Welke dagen?",
                Options = days,
                Many = true,
                Chosen = MondayAndSaturday,
            }
        );

        var ticked = page.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value"));
        Assert.Equal(MondayAndSaturday, ticked);
        Assert.Equal(days.Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_summary_without_errors_is_not_there() =>
        Assert.Empty(
            (
                await Rendering.Of<ErrorSummary>(new { Title = "Er mist nog iets", Errors = Array.Empty<FieldError>() })
            ).Children
        );
}
