using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.Directory.Organisations;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Demo.Organisations;

/// <summary>The alliance: each organisation with somebody to turn to, written down by the desk in the course of a year.</summary>
public sealed class OrganisationsOfATown(Neighbourhood place, StoryDays days, FictitiousNumbers numbers)
{
    private const string MeetingPlaces = "ontmoetingsplekken_seed.csv";

    private static readonly string[] ContactPersons =
    [
        "Monique Vermeulen", "Erik Hendriks", "Karim Bouzid", "Linda Peters", "Danielle Smits", "Martijn de Wit",
        "Naima El Amrani", "Patrick Schouten", "Wendy Jacobs", "Remco Veenstra", "Mariska Huisman", "Peter de Graaf",
    ];

    public async Task AddAsync(Actor keeper)
    {
        var kinds = KindsHere();
        for (var i = 0; i < kinds.Count; i++)
        {
            // one was last looked at more than a year ago: its yearly check stands on the desk
            place.Stage.Clock.MoveTo(days.DaysAgo(i == kinds.Count - 1 ? 366 : 20 + 27 * i, hour: 11));
            await AddAsync(kinds[i], ContactPersons[i], keeper);
        }
    }

    private List<OrganisationKind> KindsHere()
    {
        var lines = DataFile.LinesOf(MeetingPlaces, place.Town.Slug);
        return [.. OrganisationKinds.All.Where(kind => kind.NearPlace is null || lines.Contains($",{kind.NearPlace},", StringComparison.Ordinal))];
    }

    private async Task AddAsync(OrganisationKind kind, string contactPerson, Actor keeper)
    {
        var contact = await place.Stage.ActAsync(scope => WriteDownAsync(contactPerson, scope), keeper);
        var details = new OrganisationDetails(
            InPlace(kind.Name),
            InPlace(kind.WhatTheyDo),
            PhoneNumber.Written(numbers.NextLandline()),
            contact,
            kind.Takes
        );
        (await place.Stage.ActAsync(scope => scope.GetRequiredService<KeepOrganisation>().HandleAsync(null, details, CancellationToken.None), keeper)).Accept();
        await place.Stage.ActAsync(scope => GiveEditingAsync(contact, scope));
    }

    private async Task<PersonId> WriteDownAsync(string name, IServiceProvider scope)
    {
        var (given, family) = (name[..name.IndexOf(' ', StringComparison.Ordinal)], name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var person = new Person(given, family, new(ConsentWay.Spoken, place.Stage.Clock.GetCurrentInstant(), NotedBy: null));
        var mail = $"{given}@{place.Town.Slug}.example".ToLowerInvariant();
        person.ReachBy(new(Channel.Mail, mail, Phone: numbers.NextLandline()), scope.GetRequiredService<SensitiveText>().Fingerprint).Accept();
        var db = scope.GetRequiredService<NabijDb>();
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private async Task<int> GiveEditingAsync(PersonId contact, IServiceProvider scope)
    {
        var db = scope.GetRequiredService<NabijDb>();
        var organisation = await db.Organisations.SingleAsync(o => o.ContactPerson == contact);
        db.Add(new RoleAssignment(contact, Role.Editor, organisation.Id.Value, place.Stage.Clock.GetCurrentInstant()));
        return await db.SaveChangesAsync();
    }

    private string InPlace(string text) =>
        text.Replace("{plaats}", place.Town.Name, StringComparison.Ordinal)
            .Replace("{gemeente}", place.Town.Municipality, StringComparison.Ordinal);
}
