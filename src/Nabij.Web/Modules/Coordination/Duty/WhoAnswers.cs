using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Coordination.Contracts;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Duty;

/// <summary>Reads the rota, in one query: who answers now, and when that changes.</summary>
public sealed class WhoAnswers(NabijDb db, IPeople people, IClock clock) : IOnDuty, IOneNumber
{
    public const int DaysAhead = 7;

    public async Task<OnDuty?> NowAsync(IReadOnlyCollection<PersonId> away, CancellationToken ct) =>
        Now(await ReadAsync(clock.GetCurrentInstant().TodayAt(), ct), away);

    /// <summary>Null when there is no rota.</summary>
    public OnDuty? Now(RotaAsKept rota, IReadOnlyCollection<PersonId> away)
    {
        var now = clock.GetCurrentInstant();
        if (rota.Shifts.Count == 0)
            return null;
        var ahead = rota.Ahead(now.TodayAt(), DaysAhead + 1, away); // until this weekday comes round
        var on = ahead.Where(d => d.IsOn(now)).ToList();
        var next = ahead.Where(d => !d.Closed && d.StartsAt > now).Select(d => (Instant?)d.StartsAt).Min();
        return new([.. on.Select(d => d.Who).OfType<PersonId>().Distinct()], on.Count > 0, on.Count > 0 ? on.Min(d => d.EndsAt) : next);
    }

    async Task<NumberNow?> IOneNumber.NowAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await NowAsync([.. await people.AwayAsync(now.TodayAt(), ct)], ct) is not { } duty)
            return null;
        var words = await db.OutsideHours.Select(o => o.Words).SingleOrDefaultAsync(ct) ?? "";
        return duty.Who.Count > 0 ? new(duty.Change, null, words) : new(null, duty.InHours ? null : duty.Change, words);
    }

    /// <summary>The pattern of the week, and what differs from this day on.</summary>
    public async Task<RotaAsKept> ReadAsync(LocalDate from, CancellationToken ct)
    {
        var (shifts, changes) = (db.DutyShifts, db.DutyChanges.Where(c => c.Date >= from));
        var rows = await (
            from shift in shifts
            from change in changes.Where(c => c.Shift == shift.Id).DefaultIfEmpty()
            orderby shift.Id
            select new { Shift = shift, Change = change }
        ).ToListAsync(ct);
        return new([.. rows.Select(r => r.Shift).DistinctBy(s => s.Id)], [.. rows.Select(r => r.Change).OfType<DutyChange>()]);
    }
}

public sealed record RotaAsKept(IReadOnlyList<DutyShift> Shifts, IReadOnlyList<DutyChange> Changes)
{
    /// <summary>The shifts of so many days from this one; who is away on the first of them is known.</summary>
    public IReadOnlyList<DutyOfDay> Ahead(LocalDate from, int days, IReadOnlyCollection<PersonId> away) =>
        [.. Enumerable.Range(0, days).SelectMany(day => On(from.PlusDays(day), day == 0 ? away : []))];

    /// <summary>The same, when it is known of each day who is away.</summary>
    public IReadOnlyList<DutyOfDay> Ahead(LocalDate from, int days, IReadOnlyList<Absence> absences) =>
        [.. Enumerable.Range(0, days).Select(from.PlusDays).SelectMany(date => On(date, AwayOn(date, absences)))];

    public static IReadOnlyCollection<PersonId> AwayOn(LocalDate date, IReadOnlyList<Absence> absences) =>
        [.. absences.Where(a => a.Holds(date)).Select(a => a.Person)];

    private IReadOnlyList<DutyOfDay> On(LocalDate date, IReadOnlyCollection<PersonId> away) => Rota.On(date, Shifts, Changes, away);
}
