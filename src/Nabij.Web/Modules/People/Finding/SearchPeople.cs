using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.People.Finding;

/// <summary>Finds people, all or only those who like to help.</summary>
public sealed class SearchPeople(NabijDb db, SensitiveText sensitive, IPlaces places) : IFindPeople
{
    private const int LongestQuery = 120;
    private const int ShortestQuery = 2;
    private const int Addresses = 40;

    public static string Shortened(string typed) => typed.Trim()[..Math.Min(typed.Trim().Length, LongestQuery)];

    Task<IReadOnlyList<FoundPerson>> IFindPeople.FindAsync(string typed, int limit, CancellationToken ct) => FindAsync(typed, limit, ct);

    public async Task<IReadOnlyList<FoundPerson>> FindAsync(
        string typed,
        int limit,
        CancellationToken ct,
        bool onlyHelpers = false
    )
    {
        var query = Shortened(typed);
        if (query.Length < ShortestQuery)
            return [];
        var found = Who(onlyHelpers);
        if ((PhoneNumber.Read(query) ?? MailAddress.Read(query)) is { } contact)
            return await WithAddressAsync(found.At(sensitive.Fingerprint(contact)), 0, limit, ct);

        var homes = (await places.SearchAsync(query, Addresses, ct)).Select(address => (AddressId?)address.Id).ToList();
        found = Named(query) is { } named
            ? found.Where(p => named.Contains(p.Id) || EF.Parameter(homes).Contains(p.Home))
            : found.Where(p => EF.Parameter(homes).Contains(p.Home));
        return await WithAddressAsync(found, 0, limit, ct);
    }

    /// <summary>A part of everybody, by name.</summary>
    public Task<IReadOnlyList<FoundPerson>> PageAsync(int skip, int take, bool onlyHelpers, CancellationToken ct) =>
        WithAddressAsync(Who(onlyHelpers), skip, take, ct);

    private IQueryable<Person> Who(bool onlyHelpers)
    {
        var wishes = db.Set<HelpWish>();
        return onlyHelpers ? db.Persons.Known.Where(p => wishes.Any(w => w.Person == p.Id)) : db.Persons.Known;
    }

    /// <summary>Everybody of whom each word that was typed begins a word of the name; null when it holds no word.</summary>
    private IQueryable<PersonId>? Named(string typed)
    {
        IQueryable<PersonId>? named = null;
        foreach (var word in NameSound.WordsOf(typed))
        {
            var beginning = db.Set<PersonName>().Beginning(word);
            named = named is null ? beginning : named.Where(person => beginning.Contains(person));
        }
        return named;
    }

    private async Task<IReadOnlyList<FoundPerson>> WithAddressAsync(
        IQueryable<Person> found,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        var persons = await found
            .OrderBy(p => p.SortName)
            .ThenBy(p => p.Id)
            .Skip(skip)
            .Take(take)
            .Select(p => new { Card = new PersonCard(p.Id, p.GivenName, p.FamilyName, p.Home, p.Language), p.BirthYear })
            .ToListAsync(ct);
        var homes = await places.FindAsync(persons.Select(p => p.Card.Home).OfType<AddressId>(), ct);
        return
        [
            .. persons.Select(p => new FoundPerson(
                p.Card,
                p.BirthYear,
                p.Card.Home is { } home ? homes.GetValueOrDefault(home) : null
            )),
        ];
    }
}
