using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.HandingOver;

/// <summary>Leaves a note for who answers next; until they take it over it stands with them, and its writer is the stand-in.</summary>
public sealed class HandOver(NabijDb db, IFollowUps followUps, Trail trail, CurrentPerson current, IClock clock)
{
    private const int MostOfTitle = 60;
    private static readonly Duration TimeToTake = Duration.FromHours(20);

    public async Task<Refusal?> HandleAsync(string note, PersonId? to, CancellationToken ct)
    {
        if (Handover.RefusalOf(note) is { } refusal)
            return refusal;
        var now = clock.GetCurrentInstant();
        var handover = new Handover(current.Id, to, note, now);
        db.Add(handover);
        var title = handover.Note.Length > MostOfTitle ? $"{handover.Note[..MostOfTitle]}…" : handover.Note;
        await followUps.OpenAsync(
            new(Subject.Of(handover.Id), "Coordination.FollowUp.Handover", title, "telefoon", now + TimeToTake, to, to == current.Id ? null : current.Id),
            ct
        );
        trail.Note(Subject.Of(handover.Id), null, "Coordination.Trail.HandedOver");
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> TakeAsync(HandoverId id, CancellationToken ct)
    {
        if (await db.Handovers.SingleOrDefaultAsync(h => h.Id == id, ct) is not { } handover)
            return new HandoverIsTaken();
        if (handover.Take(current.Id, clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        await followUps.CloseAsync(Subject.Of(id), ct);
        trail.Note(Subject.Of(id), null, "Coordination.Trail.TakenOver");
        return await db.TrySaveAsync(ct) ? null : new HandoverIsTaken();
    }
}
