using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui.Parts;

/// <summary>
/// Shapes of a drawing as one piece of markup. A town's map has hundreds: as elements of the page's own they would take longer
/// than all the rest of it.
/// </summary>
internal sealed class Svg
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private readonly StringBuilder svg = new();

    public MarkupString Markup => new(svg.ToString());

    public Svg Disc(string style, double x, double y, double radius)
    {
        svg.Append(Plain, $"<circle class=\"{style}\" cx=\"{x:0}\" cy=\"{y:0}\" r=\"{radius:0}\" />");
        return this;
    }

    /// <param name="data">Writes the path's data.</param>
    public Svg Path(string style, Action<StringBuilder> data)
    {
        svg.Append(Plain, $"<path class=\"{style}\" d=\"");
        data(svg);
        svg.Append("\" />");
        return this;
    }

    /// <param name="anchor">Which end of the words stands at that place, where the style sheet does not say it.</param>
    public Svg Text(string style, double x, double y, string words, string? anchor = null)
    {
        svg.Append(Plain, $"<text class=\"{style}\" x=\"{x:0}\" y=\"{y:0}\"");
        if (anchor is not null)
            svg.Append(Plain, $" text-anchor=\"{anchor}\"");
        svg.Append('>').Append(WebUtility.HtmlEncode(words)).Append("</text>");
        return this;
    }
}
