using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using NodaTime;

namespace Nabij.Modules.Circles.Overview;

/// <summary>Half a page a week to who looks after a circle, by her own channel; nothing when nothing happened.</summary>
public sealed class WeeklyDigestJob(NabijDb db, Digest digest, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var due = today.PlusDays(-7);
        foreach (var circle in await db.Circles.Current.Where(c => c.FirstContact != null && (c.DigestOn == null || c.DigestOn <= due)).OrderBy(c => c.Id).ToListAsync(ct))
        {
            circle.HadDigest(today);
            await digest.TellAsync(circle, due, today, ct);
            await db.TrySaveAsync(ct);
        }
    }
}
