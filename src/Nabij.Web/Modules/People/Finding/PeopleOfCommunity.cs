using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Finding;

/// <summary>Answers what other modules ask about people, each question with one query.</summary>
public sealed class PeopleOfCommunity(NabijDb db, SensitiveText sensitive) : IPeople
{
    public async Task<PersonCard?> FindAsync(PersonId id, CancellationToken ct) =>
        await Cards(db.Persons.Where(p => p.Id == id)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<PersonId, PersonCard>> FindAsync(IEnumerable<PersonId> ids, CancellationToken ct) =>
        await Cards(Of(ids)).ToDictionaryAsync(card => card.Id, ct);

    public async Task<IReadOnlyDictionary<PersonId, Reachable>> ReachAsync(IEnumerable<PersonId> ids, CancellationToken ct) =>
        await Of(ids)
            .Select(p => new Reachable(p.Id, p.Preferred, p.MailAddress, p.MobileNumber, p.PhoneNumber, p.Home, p.Language))
            .ToDictionaryAsync(reachable => reachable.Person, ct);

    public async Task<IReadOnlyList<PersonCard>> WithContactAsync(string phoneOrMail, CancellationToken ct)
    {
        var contact = PhoneNumber.Read(phoneOrMail) ?? MailAddress.Read(phoneOrMail);
        if (contact is null)
            return [];
        var at = db.Persons.At(sensitive.Fingerprint(contact));
        return await Cards(at.OrderBy(p => p.SortName).ThenBy(p => p.Id)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<WillingHelper>> WillingAsync(HelpKind kind, LocalDate on, CancellationToken ct)
    {
        var willing = await (
            from h in db.Helpers.IgnoreAutoIncludes().WhoMayBeAsked(kind, @on)
            join p in db.Persons.IgnoreAutoIncludes() on h.Person equals p.Id
            where p.AwayFrom == null || @on < p.AwayFrom || p.AwayUntil < @on
            select new
            {
                h.Person,
                p.Home,
                h.AtMostPerMonth,
                h.HasCar,
                HasVog = h.VogSeenOn != null,
                Languages = EF.Property<string>(h, "spoken"),
                h.When,
            }
        ).ToListAsync(ct);
        return
        [
            .. willing.Select(w => new WillingHelper(
                w.Person, w.Home, w.AtMostPerMonth, w.HasCar, w.HasVog, w.Languages.Split(' '), w.When)),
        ];
    }

    public async Task<IReadOnlySet<PersonId>> AwayAsync(LocalDate on, CancellationToken ct) =>
        await db.Persons.Away(on).Select(p => p.Id).ToHashSetAsync(ct);

    public IQueryable<PersonId> AwayOn(LocalDate on) => db.Persons.IgnoreAutoIncludes().Away(on).Select(p => p.Id);

    public async Task<IReadOnlyList<Absence>> AbsencesAsync(LocalDate from, LocalDate until, CancellationToken ct) =>
        await db
            .Persons.IgnoreAutoIncludes()
            .Where(p => p.AwayFrom <= until && from <= p.AwayUntil)
            .OrderBy(p => p.Id)
            .Select(p => new Absence(p.Id, p.AwayFrom!.Value, p.AwayUntil!.Value))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<HomeCount>> CountAtHomesAsync(int bornAtLatest, CancellationToken ct)
    {
        var helpers = db.Helpers.IgnoreAutoIncludes();
        var people = await db
            .Persons.IgnoreAutoIncludes()
            .Where(p => p.Home != null)
            .Select(p => new { Home = p.Home!.Value, IsElderly = p.BirthYear <= bornAtLatest, Helps = helpers.Any(h => h.Person == p.Id) })
            .Where(p => p.IsElderly || p.Helps)
            .ToListAsync(ct);
        return [.. people.GroupBy(p => p.Home).Select(g => new HomeCount(g.Key, g.Count(p => p.IsElderly), g.Count(p => p.Helps)))];
    }

    public async Task<IReadOnlyList<PersonCard>> LivingAtAsync(IEnumerable<AddressId> homes, CancellationToken ct)
    {
        var asked = homes.Distinct().Select(h => (AddressId?)h).ToList();
        var living = db.Persons.Where(p => EF.Parameter(asked).Contains(p.Home));
        return await Cards(living.OrderBy(p => p.SortName).ThenBy(p => p.Id)).ToListAsync(ct);
    }

    public async Task StopAskingAsync(PersonId helper, HelpKind kind, CancellationToken ct)
    {
        if (await db.Helpers.SingleOrDefaultAsync(h => h.Person == helper, ct) is { } found)
            found.StopAskingFor(kind);
    }

    private IQueryable<Person> Of(IEnumerable<PersonId> ids)
    {
        var wanted = ids.Distinct().ToList();
        return db.Persons.Where(p => EF.Parameter(wanted).Contains(p.Id));
    }

    private static IQueryable<PersonCard> Cards(IQueryable<Person> persons) =>
        persons.Select(p => new PersonCard(p.Id, p.GivenName, p.FamilyName, p.Home, p.Language));
}
