using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>Circles were split or merged: what is still asked there belongs to the circle that its front door is in now.</summary>
public sealed class FollowTheCircle(NabijDb db, ICircles circles, Changes changes) : IHandle<CirclesWereRedrawn>
{
    public async Task HandleAsync(CirclesWereRedrawn happened, CancellationToken ct)
    {
        var redrawn = happened.Circles.Select(c => (CircleId?)c).ToList();
        foreach (var request in await db.HelpRequests.Open.Where(r => redrawn.Contains(r.Circle)).OrderBy(r => r.Id).ToListAsync(ct))
        {
            if (request.Home is not { } home || await circles.AroundAsync(home, ct) is not { } around || around.Id == request.Circle)
                continue;
            request.BelongsTo(around.Id);
            await changes.FollowUpAsync(request, ct);
        }
    }
}
