using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.MeetUps;

/// <summary>The day after coming together, who said they would come counts as heard.</summary>
public sealed class CountMeetUpsJob(NabijDb db, IHeardFrom heard, IFollowUps followUps, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        foreach (var meetUp in await db.MeetUps.Where(m => m.CountedAt == null && m.CancelledAt == null && m.Day < today).OrderBy(m => m.Id).ToListAsync(ct))
        {
            meetUp.Count(now);
            await heard.HearAsync([.. meetUp.Guests.Where(g => g.Comes is true).Select(g => g.Person)], meetUp.Day, ct);
            await followUps.CloseAsync(Subject.Of(meetUp.Id), ct);
        }
        await db.TrySaveAsync(ct);
    }
}
