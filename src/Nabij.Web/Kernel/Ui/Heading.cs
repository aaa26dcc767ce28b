using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Nabij.Kernel.Ui;

/// <summary>A heading whose place in the page and whose size are two things.</summary>
public sealed class Heading : ComponentBase
{
    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter]
    public int? Look { get; set; }

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // Written out in full: the style sheet keeps only the classes it finds in the code.
    private string Css =>
        (Look ?? Level) switch
        {
            1 => "nl-heading nl-heading--level-1",
            2 => "nl-heading nl-heading--level-2",
            3 => "nl-heading nl-heading--level-3",
            _ => "nl-heading nl-heading--level-4",
        };

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Level}"));
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "class", Class is null ? Css : $"{Css} {Class}");
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
