using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Nabij.Kernel.Ui.Parts;

/// <summary>Words in a drawing. In code, because Razor keeps the element's name, text, to itself.</summary>
public sealed class SvgTexts : ComponentBase
{
    [Parameter, EditorRequired]
    public IEnumerable<SvgText> Texts { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var text in Texts)
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "class", text.Class);
            builder.AddAttribute(2, "x", text.X.ToString("0", CultureInfo.InvariantCulture));
            builder.AddAttribute(3, "y", text.Y.ToString("0", CultureInfo.InvariantCulture));
            builder.AddAttribute(4, "text-anchor", text.Anchor);
            builder.AddContent(5, text.Words);
            builder.CloseElement();
        }
    }
}

/// <summary>A few words at a place of the drawing.</summary>
public sealed record SvgText(string Class, double X, double Y, string Words, string Anchor = "middle");
