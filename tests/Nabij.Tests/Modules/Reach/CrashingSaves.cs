using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Nabij.Modules.Reach.Domain;

namespace Nabij.Tests.Modules.Reach;

/// <summary>
/// Stops the work right before, or right after, a save that changes messages, counted off beforehand: as a process that
/// dies there.
/// </summary>
public sealed class CrashingSaves : SaveChangesInterceptor
{
    private int before = -1;
    private int after = -1;
    private bool changesMessages;

    public bool Crashed { get; private set; }

    public void CrashBefore(int save) => before = save;

    public void CrashAfter(int save) => after = save;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        changesMessages = eventData.Context!.ChangeTracker.Entries<PersonalMessage>().Any(e => e.State is EntityState.Modified);
        if (changesMessages && --before == 0)
            Crash();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (changesMessages && --after == 0)
            Crash();
        return ValueTask.FromResult(result);
    }

    private void Crash()
    {
        Crashed = true;
        throw new InvalidOperationException("The process dies here.");
    }
}
