using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui.Forms;

/// <summary>What fields with one label and one value have; other attributes go to the input itself.</summary>
public abstract class InputPart : FieldPart
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? More { get; set; }
}
