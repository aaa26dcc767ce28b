using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>Ends what is no longer true or of use, and takes up what a node left halfway.</summary>
public sealed class TidyMessages(NabijDb db)
{
    private const int AtOnce = 500;

    public async Task HandleAsync(Instant now, CancellationToken ct)
    {
        await CancelUntrueAsync(now, ct);
        await TakeUpHalfwayAsync(now, ct);
        await ExpireAsync(now, ct);
    }

    private async Task CancelUntrueAsync(Instant now, CancellationToken ct)
    {
        var withdrawals = db.Withdrawals;
        var untrue = await db
            .Messages.Open()
            .Where(m => m.State != MessageState.Sending && withdrawals.Any(w => w.Message == m.Id))
            .OrderBy(m => m.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var message in untrue)
            message.Cancel(now);
        await SaveAsync(ct);
    }

    private async Task TakeUpHalfwayAsync(Instant now, CancellationToken ct)
    {
        var halfway = db.Messages.Where(m => m.State == MessageState.Sending && m.LockedUntil < now);
        foreach (var message in await halfway.OrderBy(m => m.Id).Take(AtOnce).ToListAsync(ct))
            message.TakeBack(now);
        await SaveAsync(ct);
    }

    private async Task ExpireAsync(Instant now, CancellationToken ct)
    {
        var late = db.Messages.Open().Where(m => m.State != MessageState.Sending && m.NotAfter < now);
        foreach (var message in await late.OrderBy(m => m.Id).Take(AtOnce).ToListAsync(ct))
            message.Expire(now);
        await SaveAsync(ct);
    }

    /// <summary>If somebody was faster with one of them, the next round finds the others.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        await db.TrySaveAsync(ct);
        db.ChangeTracker.Clear();
    }
}
