using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>A shift as somebody sees it: who has the work, and who comes from whom.</summary>
public sealed record ShiftSeen(Shift Shift, string Borrower, Lending? Lending, string? Lender, PersonCard? Member);

/// <summary>The shifts that somebody sees: of their own organisations and circles, and where somebody is looked for.</summary>
public sealed class ShiftsInSight(NabijDb db, IPeople people, IDirectory directory, ICircles circles, Texts texts)
{
    private const int Most = 100;
    private const int DaysBack = 30;

    /// <param name="current">Who is signed in.</param>
    /// <param name="today">Shifts of the last month are shown too.</param>
    /// <param name="ct">Stops the work.</param>
    public Task<IReadOnlyList<ShiftSeen>> ListAsync(CurrentPerson current, LocalDate today, CancellationToken ct)
    {
        var since = today.PlusDays(-DaysBack);
        var (desk, editor) = (current.Is(Role.DistrictSupporter), current.ScopesOf(Role.Editor).Count > 0);
        var own = current.ScopesOf(Role.Editor).Select(s => (OrganisationId?)new OrganisationId(s)).ToList();
        var cared = current.ScopesOf(Role.Connector).Select(s => (CircleId?)new CircleId(s)).ToList();
        var lent = db.Lendings.Open.Where(l => own.Contains(l.Lender)).Select(l => l.Shift);
        return ReadAsync(
            db.Shifts.Where(s => s.Last >= since && (desk || own.Contains(s.Organisation) || cared.Contains(s.Circle) || lent.Contains(s.Id) || (editor && s.State == ShiftState.Open))),
            ct
        );
    }

    /// <summary>What somebody is offered or lent for.</summary>
    public Task<IReadOnlyList<ShiftSeen>> OfAsync(PersonId person, CancellationToken ct)
    {
        var theirs = db.Lendings.Open.Where(l => l.Person == person).Select(l => l.Shift);
        return ReadAsync(db.Shifts.Where(s => theirs.Contains(s.Id)), ct);
    }

    public async Task<ShiftSeen?> FindAsync(ShiftId id, CancellationToken ct) => (await ReadAsync(db.Shifts.Where(s => s.Id == id), ct)).SingleOrDefault();

    private async Task<IReadOnlyList<ShiftSeen>> ReadAsync(IQueryable<Shift> shifts, CancellationToken ct)
    {
        var found = await shifts.AsNoTracking().Include(s => s.Lendings).OrderBy(s => s.First).ThenBy(s => s.From).ThenBy(s => s.Id).Take(Most).ToListAsync(ct);
        var cards = await people.FindAsync(found.Select(s => LastOf(s)?.Person).OfType<PersonId>().Distinct(), ct);
        var organisations = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        var names = await circles.NamesAsync([.. found.Select(s => s.Circle).OfType<CircleId>().Distinct()], ct);
        return
        [
            .. found.Select(s => new ShiftSeen(
                s,
                s.Organisation is { } id ? organisations.GetValueOrDefault(id, "") : texts["Volunteers.CircleNamed", ("circle", s.Circle is { } circle ? names.GetValueOrDefault(circle, "") : "")],
                LastOf(s),
                LastOf(s) is { } lending ? lending.Lender is { } lender ? organisations.GetValueOrDefault(lender, "") : texts["Volunteers.TheNeighbourhood"] : null,
                LastOf(s) is { } of ? cards.GetValueOrDefault(of.Person) : null
            )),
        ];
    }

    /// <summary>Who comes, or came.</summary>
    private static Lending? LastOf(Shift shift) => shift.Current ?? shift.Lendings.FirstOrDefault(l => l.State is LendingState.Done);
}
