using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using NodaTime;

namespace Nabij.Modules.Desk.Opening;

/// <summary>What other modules open and close, in their own save.</summary>
public sealed class KeptFollowUps(NabijDb db, IClock clock) : IFollowUps
{
    public async Task OpenAsync(NewFollowUp followUp, CancellationToken ct)
    {
        if (await OpenAboutAsync(followUp.About, ct) is { } open)
            open.Change(followUp);
        else
            db.Add(new FollowUp(followUp, clock.GetCurrentInstant()));
    }

    public async Task OpenOnceAsync(NewFollowUp followUp, CancellationToken ct)
    {
        if (await OpenAboutAsync(followUp.About, ct) is null)
            db.Add(new FollowUp(followUp, clock.GetCurrentInstant()));
    }

    public async Task CloseAsync(Subject about, CancellationToken ct)
    {
        if (await OpenAboutAsync(about, ct) is { } open)
            open.Close(clock.GetCurrentInstant());
    }

    public async Task ForgetAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
    {
        var ids = subjectIds.ToList();
        var about = db.FollowUps.Where(f => EF.Parameter(ids).Contains(f.SubjectId) && f.SubjectKind == subjectKind);
        foreach (var followUp in await about.ToListAsync(ct))
            followUp.Forget(clock.GetCurrentInstant());
    }

    /// <summary>The open one, also when the caller opened or closed it and has not saved yet.</summary>
    private async Task<FollowUp?> OpenAboutAsync(Subject about, CancellationToken ct)
    {
        var unsaved = db.FollowUps.Local.Where(f => f.About == about).ToList();
        if (unsaved.Count == 0)
            return await db.FollowUps.Open.About(about).SingleOrDefaultAsync(ct);
        return unsaved.SingleOrDefault(f => f.ClosedAt is null);
    }
}
