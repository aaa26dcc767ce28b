using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui;

/// <summary>
/// A page, or a part of one, that is shown once it has loaded. Elsewhere Blazor shows a component halfway, to fill it in later;
/// here a page goes out whole, and half of it would only be asked of what is not there yet.
/// </summary>
public abstract class WholePart : ComponentBase
{
    private bool isInitialized;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isInitialized)
        {
            isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
