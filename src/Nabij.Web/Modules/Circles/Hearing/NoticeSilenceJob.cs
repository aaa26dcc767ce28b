using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>
/// Puts with the contact from whom nothing was heard, each at their own rhythm; and asks the reserve to step in for a contact who
/// is silent herself.
/// </summary>
public sealed class NoticeSilenceJob(NabijDb db, SilentContacts contacts, SilentNeighbours neighbours, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var circles = await db.Circles.Current.OrderBy(c => c.Id).ToListAsync(ct);
        await BeginToCountAsync(today, ct);
        var members = (await db.CircleMembers.Current.AsNoTracking().OrderBy(m => m.Id).ToListAsync(ct)).ToLookup(m => m.Circle);
        foreach (var circle in circles)
        {
            var silent = members[circle.Id].Where(m => m.IsSilent(today)).ToList();
            await neighbours.ReviewAsync(circle, silent, ct);
            await contacts.ReviewAsync(circle, silent, today, ct);
        }
        await db.TrySaveAsync(ct);
    }

    /// <summary>Who belonged before it was kept who is heard: silence counts from tonight.</summary>
    private async Task BeginToCountAsync(LocalDate today, CancellationToken ct)
    {
        foreach (var member in await db.CircleMembers.Current.Where(m => m.CountsFrom == null).OrderBy(m => m.Id).ToListAsync(ct))
            member.BeginsToCount(today);
    }
}
