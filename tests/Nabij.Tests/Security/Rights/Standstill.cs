using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;

namespace Nabij.Tests.Security.Rights;

/// <summary>
/// Once it has begun, nothing is written any more, only noted down what would have been: whoever tries a form finds the
/// neighbourhood as the one before found it.
/// </summary>
internal sealed class Standstill
{
    private readonly ConcurrentQueue<string> wouldChange = new();
    private volatile bool hasBegun;

    public void Begin() => hasBegun = true;

    /// <summary>The tables that would have been changed since this was last asked; that somebody looked is no change.</summary>
    public IReadOnlyList<string> TakeChanges()
    {
        var taken = wouldChange.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        wouldChange.Clear();
        return taken;
    }

    public void AddTo(IServiceCollection services) =>
        services.ConfigureDbContext<NabijDb>(db => db.AddInterceptors(new NoSaves(this), new NoCommands(this)));

    private sealed class NoSaves(Standstill standstill) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!standstill.hasBegun)
                return new(result);
            var changed = eventData.Context!.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached));
            foreach (var entry in changed.Where(e => e.Entity is not TrailEntry))
                standstill.wouldChange.Enqueue(entry.Metadata.ShortName());
            return new(InterceptionResult<int>.SuppressWithResult(0));
        }
    }

    private sealed class NoCommands(Standstill standstill) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!standstill.hasBegun)
                return new(result);
            standstill.wouldChange.Enqueue(command.CommandText);
            return new(InterceptionResult<int>.SuppressWithResult(0));
        }
    }
}
