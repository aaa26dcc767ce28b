using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>A volunteer writes down what they did and paid, or somebody who looks after them does so for them.</summary>
public sealed class EnterHours(NabijDb db, VolunteersInSight inSight, HoursOnDesk desk, Changes changes, CurrentPerson current)
{
    /// <param name="id">Made when the form was shown: sent twice, it is written down once.</param>
    /// <param name="person">Who did it.</param>
    /// <param name="done">What was done.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Refusal?> HandleAsync(HoursId id, PersonId person, WorkDone done, CancellationToken ct)
    {
        if (await VolunteerAsync(person, ct) is not { } volunteer)
            return new NoSuchVolunteer();
        if (done.RefusalOn(changes.Today) is { } refusal)
            return refusal;
        if (await db.VolunteerHours.AnyAsync(h => h.Id == id, ct))
            return null;
        var entry = new HoursEntry(id, person, volunteer.Organisation, done, current.IdOrNone, changes.Now);
        db.Add(entry);
        return await SaveAsync(entry, "Volunteers.Trail.HoursEntered", ct);
    }

    public async Task<Refusal?> CorrectAsync(HoursId id, WorkDone done, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } entry)
            return new NoSuchHours();
        return entry.Correct(done, changes.Today) ?? await SaveAsync(entry, "Volunteers.Trail.HoursCorrected", ct);
    }

    public async Task<Refusal?> WithdrawAsync(HoursId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } entry)
            return new NoSuchHours();
        return entry.Withdraw() ?? await SaveAsync(entry, "Volunteers.Trail.HoursWithdrawn", ct);
    }

    /// <summary>Whoever is or was a volunteer, when it is oneself or somebody whom one looks after.</summary>
    private Task<Volunteer?> VolunteerAsync(PersonId person, CancellationToken ct) =>
        (current.IdOrNone == person ? db.Volunteers : inSight.Kept)
            .Where(v => v.Person == person && (v.State == VolunteerState.Active || v.State == VolunteerState.Left) && v.ForgottenAt == null)
            .OrderByDescending(v => v.SignedUpAt)
            .ThenBy(v => v.Id)
            .FirstOrDefaultAsync(ct);

    private async Task<HoursEntry?> FindAsync(HoursId id, CancellationToken ct) =>
        await db.VolunteerHours.SingleOrDefaultAsync(h => h.Id == id, ct) is { } entry
        && (entry.Person == current.IdOrNone || await inSight.KeptHours.AnyAsync(h => h.Id == id, ct))
            ? entry
            : null;

    private async Task<Refusal?> SaveAsync(HoursEntry entry, string what, CancellationToken ct)
    {
        changes.Note(entry.Id, entry.Person, what);
        await desk.ReviewAsync(entry.Person, [entry], ct);
        return await changes.TrySaveAsync(ct) ? null : new HoursAreSettled();
    }
}
