using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>Who looks after volunteers says that their hours are right, or asks a question about them.</summary>
public sealed class SettleHours(VolunteersInSight inSight, HoursOnDesk desk, IReach reach, Changes changes, CurrentPerson current)
{
    public Task<Refusal?> ApproveAsync(IReadOnlyCollection<HoursId> ids, CancellationToken ct) =>
        HandleAsync(ids, h => h.Approve(current.Id, changes.Now), "Volunteers.Trail.HoursApproved", ct);

    public Task<Refusal?> SendBackAsync(IReadOnlyCollection<HoursId> ids, string why, CancellationToken ct) =>
        HandleAsync(ids, h => SendBack(h, why), "Volunteers.Trail.HoursSentBack", ct);

    private Refusal? SendBack(HoursEntry entry, string why)
    {
        if (entry.SendBack(current.Id, why, changes.Now) is { } refusal)
            return refusal;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = entry.What, ["why"] = entry.Why };
        reach.Tell(entry.Person, new(Subject.Of(entry.Id), "Volunteers.HoursSentBack", words) { MayWait = true });
        return null;
    }

    private async Task<Refusal?> HandleAsync(IReadOnlyCollection<HoursId> ids, Func<HoursEntry, Refusal?> settle, string what, CancellationToken ct)
    {
        var asked = ids.ToList();
        var entries = await inSight.KeptHours.Where(h => EF.Parameter(asked).Contains(h.Id)).OrderBy(h => h.Id).ToListAsync(ct);
        if (entries.Count == 0)
            return new HoursNotChosen();
        foreach (var entry in entries)
        {
            if (settle(entry) is { } refusal)
                return refusal;
            changes.Note(entry.Id, entry.Person, what);
        }
        foreach (var ofOne in entries.GroupBy(h => h.Person))
            await desk.ReviewAsync(ofOne.Key, [.. ofOne], ct);
        return await changes.TrySaveAsync(ct) ? null : new HoursAreSettled();
    }
}
