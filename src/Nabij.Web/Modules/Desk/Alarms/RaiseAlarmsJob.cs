using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using NodaTime;

namespace Nabij.Modules.Desk.Alarms;

/// <summary>Tells the stand-in of what has been late for a day, and measures how much is late.</summary>
public sealed class RaiseAlarmsJob(NabijDb db, LateFollowUps measured, CurrentCommunity community, IClock clock)
    : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        measured.Set(community.Slug, await db.FollowUps.Open.CountAsync(f => f.NextDate < now, ct));

        var lateSince = now - FollowUp.StandInIsToldAfter;
        var late = db.FollowUps.Open.Where(f => f.AlarmedAt == null && f.NextDate <= lateSince);
        await foreach (var followUp in late.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (followUp.RaiseAlarm(now) && followUp.StandIn is { } standIn)
                db.Publish(new FollowUpIsLate(followUp.Id, standIn), now);
        }
        await db.TrySaveAsync(ct);
    }
}
