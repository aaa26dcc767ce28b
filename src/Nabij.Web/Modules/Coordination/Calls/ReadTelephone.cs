using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Coordination.Duty;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>What whoever answers the one number sees, in six queries.</summary>
public sealed class ReadTelephone(NabijDb db, WhoAnswers answers, IPeople people, CurrentPerson current, IClock clock)
{
    private const int Most = 40;
    private const int Newest = 8;

    public async Task<TelephoneView> HandleAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var absences = await people.AbsencesAsync(today, today.PlusDays(WhoAnswers.DaysAhead), ct);
        var rota = await answers.ReadAsync(today, ct);
        var duty = answers.Now(rota, RotaAsKept.AwayOn(today, absences));
        var latest = await db.Calls.AsNoTracking().OrderByDescending(c => c.SettledAt == null).ThenByDescending(c => c.At).ThenBy(c => c.Id).Take(Most).ToListAsync(ct);
        var handovers = await db.Handovers.Open.AsNoTracking().OrderBy(h => h.At).ThenBy(h => h.Id).Take(Newest).ToListAsync(ct);
        var desk = await db.RoleAssignments.Current.Where(r => r.Role == Role.DistrictSupporter).Select(r => r.Person).Distinct().ToListAsync(ct);
        var names = await people.FindAsync(
            latest.Select(c => c.Caller).Concat(handovers.Select(h => h.By)).OfType<PersonId>().Concat(duty?.Who ?? []).Concat(desk),
            ct
        );
        return new(
            duty,
            [.. latest.Where(c => c.IsOpen)],
            [.. latest.Where(c => !c.IsOpen && c.ForgottenAt is null).Take(Newest)],
            handovers,
            [.. desk.Where(d => d != current.Id).Select(d => names.GetValueOrDefault(d)).OfType<PersonCard>().OrderBy(c => c.FullName, StringComparer.CurrentCulture)],
            Next(rota, absences),
            names
        );
    }

    /// <summary>Who answers after who asks, by the rota.</summary>
    private PersonId? Next(RotaAsKept rota, IReadOnlyList<Absence> absences)
    {
        var now = clock.GetCurrentInstant();
        return rota.Ahead(now.TodayAt(), WhoAnswers.DaysAhead, absences).Where(d => d.StartsAt > now && d.Who != current.Id).Select(d => d.Who).FirstOrDefault(w => w is not null);
    }
}

/// <param name="Duty">Who answers now; null when there is no rota.</param>
/// <param name="Open">Calls that have not become anything yet, the newest first.</param>
/// <param name="Latest">The last few that have.</param>
/// <param name="Handovers">Notes that nobody took over yet.</param>
/// <param name="Desk">To whom one can hand over.</param>
/// <param name="NextOnDuty">Who answers next.</param>
/// <param name="Names">Who they all are.</param>
public sealed record TelephoneView(
    OnDuty? Duty,
    IReadOnlyList<Call> Open,
    IReadOnlyList<Call> Latest,
    IReadOnlyList<Handover> Handovers,
    IReadOnlyList<PersonCard> Desk,
    PersonId? NextOnDuty,
    IReadOnlyDictionary<PersonId, PersonCard> Names
);
