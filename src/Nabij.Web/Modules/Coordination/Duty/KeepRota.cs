using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Duty;

/// <summary>Keeps the weekly pattern, and what differs on one date.</summary>
public sealed class KeepRota(NabijDb db, WatchRota watch, IFollowUps followUps, Trail trail, IClock clock)
{
    public async Task<Refusal?> AddAsync(IsoDayOfWeek weekday, LocalTime? from, LocalTime? until, PersonId? person, PersonId? standIn, CancellationToken ct)
    {
        if (DutyShift.RefusalOf(from, until, person, standIn) is { } refusal)
            return refusal;
        var shift = new DutyShift(weekday, from!.Value, until!.Value, person, standIn);
        db.Add(shift);
        return await SaveAsync(shift, person, "Coordination.Trail.ShiftAdded", ct);
    }

    public async Task<Refusal?> GiveAsync(DutyShiftId id, PersonId? person, PersonId? standIn, CancellationToken ct)
    {
        if (await db.DutyShifts.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } shift)
            return new NoSuchDuty();
        if (DutyShift.RefusalOf(shift.From, shift.Until, person, standIn) is { } refusal)
            return refusal;
        shift.IsFor(person, standIn);
        return await SaveAsync(shift, person, "Coordination.Trail.ShiftGiven", ct);
    }

    /// <summary>The number is not answered in these hours any more.</summary>
    public async Task<Refusal?> RemoveAsync(DutyShiftId id, CancellationToken ct)
    {
        if (await db.DutyShifts.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } shift)
            return new NoSuchDuty();
        foreach (var change in await db.DutyChanges.Where(c => c.Shift == id).ToListAsync(ct))
        {
            await followUps.CloseAsync(change.About, ct);
            db.Remove(change);
        }
        db.Remove(shift);
        trail.Note(Subject.Of(id), shift.Person, "Coordination.Trail.ShiftRemoved");
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>On this date somebody else does it, or (<paramref name="closed"/>) nobody answers.</summary>
    public async Task<Refusal?> ChangeAsync(DutyShiftId id, LocalDate date, PersonId? person, bool closed, CancellationToken ct)
    {
        if (await db.DutyShifts.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } shift || shift.Weekday != date.DayOfWeek)
            return new NoSuchDuty();
        if (date < clock.GetCurrentInstant().TodayAt())
            return new DutyNeedsDate();
        var change = await db.DutyChanges.SingleOrDefaultAsync(c => c.Shift == id && c.Date == date, ct) ?? db.Add(new DutyChange(id, date)).Entity;
        if (closed)
            change.IsClosed();
        else
            change.IsDoneBy(person);
        return await SaveAsync(shift, person, "Coordination.Trail.DateChanged", ct);
    }

    private async Task<Refusal?> SaveAsync(DutyShift shift, PersonId? about, string what, CancellationToken ct)
    {
        trail.Note(Subject.Of(shift.Id), about, what);
        if (!await db.TrySaveAsync(ct))
            return new NoSuchDuty(); // somebody changed the same date at the same moment: look again
        await watch.ReviewAsync(ct);
        return null;
    }
}
