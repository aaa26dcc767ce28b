using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui.Forms;

/// <summary>What all fields have. The form hands them their errors; outside it they get one as a parameter.</summary>
public abstract class FieldPart : ComponentBase
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Description { get; set; }

    /// <summary>Words beside the label of a field that may stay empty.</summary>
    [Parameter]
    public string? Optional { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [CascadingParameter]
    private FormState? Form { get; set; }

    protected string FieldId => Id ?? ElementId.From(Name);

    protected string? ShownError => Error ?? Form?.ErrorOf(Name);

    protected string? ErrorWord => Form?.ErrorWord;

    protected bool IsRefused => ShownError is not null;

    protected string? AriaInvalid => IsRefused ? "true" : null;

    protected string? DescribedBy =>
        (Description, ShownError) switch
        {
            (null, null) => null,
            (not null, null) => DescriptionId,
            (null, not null) => ErrorId,
            _ => $"{DescriptionId} {ErrorId}",
        };

    protected string DescriptionId => FieldId + "-hint";

    protected string ErrorId => FieldId + "-error";
}
