using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Showing;

namespace Nabij.Modules.Circles.Paper;

/// <summary>Notices that a number or a name on a paper that was handed out has changed.</summary>
public sealed class ComparePapersJob(NabijDb db, CircleInSight circles, KeepPapers papers) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var current = db.Circles.Current.Select(c => c.Id);
        var handedOut = db.CirclePapers.Where(p => p.HandedOutOn != null && p.VoidSince == null && current.Contains(p.Circle));
        foreach (var id in await handedOut.Select(p => p.Circle).Distinct().OrderBy(id => id).ToListAsync(ct))
        {
            if (await circles.FindAsync(id, ct) is { } view)
                await papers.CompareAsync(view, await circles.NumbersAsync(view.Neighbours, ct), ct);
        }
        await db.TrySaveAsync(ct);
    }
}
