using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Redrawing;

/// <summary>Puts on the desk which circle has become too big, with the streets that could start one of their own, or too small.</summary>
public sealed class WatchSizesJob(NabijDb db, NeighboursAtDoors atDoors, IFollowUps followUps, IClock clock) : ICommunityJob
{
    private static readonly Duration TimeToReshape = Duration.FromDays(21);

    public async Task RunAsync(CancellationToken ct)
    {
        var members = db.CircleMembers.Current;
        var circles = await db.Circles.Current.AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct);
        var sizes = await members.GroupBy(m => m.Circle).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        foreach (var circle in circles)
            await ReviewAsync(circle, sizes.GetValueOrDefault(circle.Id), ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task ReviewAsync(Circle circle, int members, CancellationToken ct)
    {
        if (CircleSize.IsTooBig(members))
            await OpenAsync(circle, "Circles.FollowUp.TooBig", $"{circle.Name} ({members}): {await StreetsAsync(circle, ct)}", "splitsen", ct);
        else if (CircleSize.IsTooSmall(members, circle.StartedAt, clock.GetCurrentInstant()))
            await OpenAsync(circle, "Circles.FollowUp.TooSmall", $"{circle.Name} ({members})", "samenvoegen", ct);
        else
            await followUps.CloseAsync(Follow.Size(circle.Id), ct);
    }

    private Task OpenAsync(Circle circle, string reason, string title, string page, CancellationToken ct) =>
        followUps.OpenOnceAsync(
            new(Follow.Size(circle.Id), reason, title, $"cirkels/{circle.Id.Value}/{page}", clock.GetCurrentInstant() + TimeToReshape),
            ct
        );

    private async Task<string> StreetsAsync(Circle circle, CancellationToken ct) =>
        string.Join(", ", Division.Suggest((await atDoors.OfAsync(circle.Id, ct)).Parts, circle.FirstContact).Select(p => p.Street).Distinct(StringComparer.Ordinal));
}
