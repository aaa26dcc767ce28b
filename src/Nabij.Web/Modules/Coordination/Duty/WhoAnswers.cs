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

/// <summary>Reads the rota: who answers now, and when that changes.</summary>
public sealed class WhoAnswers(NabijDb db, IPeople people, IClock clock) : IOnDuty, IOneNumber
{
    public const int DaysAhead = 7;

    public async Task<OnDuty?> NowAsync(CancellationToken ct)
    {
        var today = await TodayAsync(ct);
        return Now(today.Rota, today.Away);
    }

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
        var today = await TodayAsync(ct);
        return Now(today.Rota, today.Away) switch
        {
            null => null,
            { Who.Count: > 0 } duty => new(duty.Change, null, today.Outside),
            { } duty => new(null, duty.InHours ? null : duty.Change, today.Outside),
        };
    }

    /// <summary>The rota from today on, who of it is away today, and what is said outside hours: in one query.</summary>
    private async Task<(RotaAsKept Rota, IReadOnlyCollection<PersonId> Away, string Outside)> TodayAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var (shifts, changes, outside) = (db.DutyShifts, db.DutyChanges.Where(c => c.Date >= today), db.OutsideHours);
        var away = people.AwayOn(today);
        var rows = await (
            from shift in shifts
            from change in changes.Where(c => c.Shift == shift.Id).DefaultIfEmpty()
            orderby shift.Id
            select new
            {
                Shift = shift,
                Change = change,
                PersonIsAway = away.Any(p => p == shift.Person),
                StandInIsAway = away.Any(p => p == shift.StandIn),
                NamedIsAway = away.Any(p => p == change!.Person),
                Outside = outside.Max(o => o.Words),
            }
        ).ToListAsync(ct);
        var gone = rows.SelectMany(r => new[] { r.PersonIsAway ? r.Shift.Person : null, r.StandInIsAway ? r.Shift.StandIn : null, r.NamedIsAway ? r.Change?.Person : null });
        return (Kept(rows.Select(r => (r.Shift, (DutyChange?)r.Change))), [.. gone.OfType<PersonId>()], rows.Select(r => r.Outside).FirstOrDefault() ?? "");
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
        return Kept(rows.Select(r => (r.Shift, (DutyChange?)r.Change)));
    }

    private static RotaAsKept Kept(IEnumerable<(DutyShift Shift, DutyChange? Change)> rows)
    {
        var all = rows.ToList();
        return new([.. all.Select(r => r.Shift).DistinctBy(s => s.Id)], [.. all.Select(r => r.Change).OfType<DutyChange>()]);
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
