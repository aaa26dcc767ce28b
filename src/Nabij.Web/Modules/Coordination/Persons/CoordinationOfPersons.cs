using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Persons;

/// <summary>When somebody called and about what, when they answer the number, and the notes with which they handed over.</summary>
public sealed class CoordinationOfPersons(NabijDb db, IFollowUps followUps, Texts texts, IClock clock) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Call, "calls", ["Caller", "TakenBy"], "Words"),
        new(Retention.Duty, "duty_shifts", ["Person", "StandIn"]),
        new(Retention.Duty, "duty_changes", ["Person"]),
        new(Retention.Handover, "handovers", ["By", "TakenBy", "To"], "Note"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(Retention.Call, (before, ct) => PastCalls(before).CountAsync(ct), ForgetCallsAsync),
            new(Retention.Handover, (before, ct) => PastHandovers(before).CountAsync(ct), (before, ct) => PastHandovers(before).ExecuteDeleteAsync(ct)),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var calls = await db.Calls.AsNoTracking().Where(c => c.Caller == person).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);
        var shifts = await db.DutyShifts.AsNoTracking().Where(s => s.Person == person || s.StandIn == person).OrderBy(s => s.Id).ToListAsync(ct);
        var notes = await db.Handovers.AsNoTracking().Where(h => h.By == person || h.To == person).OrderBy(h => h.At).ThenBy(h => h.Id).ToListAsync(ct);
        return
        [
            .. calls.Select(c => new KeptRecord(Retention.Call, c.At, ("Kept.Fact.Title", c.Words), ("Kept.Fact.What", texts[c.Kind]))),
            .. shifts.Select(s => new KeptRecord(Retention.Duty, null, ("Kept.Fact.When", $"{texts.Weekday(s.Weekday)}, {texts.Time(s.From)}"))),
            .. notes.Select(h => new KeptRecord(Retention.Handover, h.At, ("Kept.Fact.What", texts["Coordination.Handover"]))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var call in await db.Calls.Where(c => c.Caller == person || c.TakenBy == person).ToListAsync(ct))
        {
            if (call.Caller == person)
                await followUps.CloseAsync(Subject.Of(call.Id), ct);
            call.Forgets(person, now);
        }
        foreach (var shift in await db.DutyShifts.Where(s => s.Person == person || s.StandIn == person).ToListAsync(ct))
            shift.Loses(person);
        foreach (var change in await db.DutyChanges.Where(c => c.Person == person).ToListAsync(ct))
            change.Loses(person);
        foreach (var handover in await db.Handovers.Where(h => h.By == person || h.To == person || h.TakenBy == person).ToListAsync(ct))
            handover.Loses(person);
    }

    /// <summary>Nobody stands in for themselves.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        foreach (var shift in await db.DutyShifts.Where(s => (s.Person == goes && s.StandIn == stays) || (s.Person == stays && s.StandIn == goes)).ToListAsync(ct))
            shift.Loses(goes);
    }

    private IQueryable<Call> PastCalls(Instant before) => db.Calls.Where(c => c.ForgottenAt == null && c.SettledAt < before);

    private IQueryable<Handover> PastHandovers(Instant before) => db.Handovers.Where(h => h.TakenAt < before);

    private async Task ForgetCallsAsync(Instant before, CancellationToken ct)
    {
        foreach (var past in await PastCalls(before).ToListAsync(ct))
            past.Forget(clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
    }
}
