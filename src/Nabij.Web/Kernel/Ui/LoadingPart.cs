using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui;

/// <summary>
/// A part of a page, or a page with such parts, that loads something itself. Parts are rendered side by side, and a page
/// has one connection to the database: so they load one after another.
/// </summary>
public abstract class LoadingPart : WholePart
{
    [Inject]
    private LoadingTurn Turn { get; set; } = default!;

    protected abstract Task LoadAsync();

    protected sealed override Task OnInitializedAsync() => Turn.TakeAsync(LoadAsync);
}

/// <summary>Whose turn it is to load, within one page.</summary>
public sealed class LoadingTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task TakeAsync(Func<Task> load)
    {
        await turn.WaitAsync();
        try
        {
            await load();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
