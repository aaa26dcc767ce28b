using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Recording;

/// <summary>Writes somebody down who said yes to it. Whether they are here already is asked before.</summary>
public sealed class RecordPerson(NabijDb db, SensitiveText sensitive, CurrentPerson notedBy, Trail trail, IClock clock)
{
    public async Task<(PersonId? Person, Refusal? Refused)> HandleAsync(
        PersonDetails details,
        ConsentWay way,
        string? givenFor,
        CancellationToken ct
    )
    {
        var consent = new Consent(way, clock.GetCurrentInstant(), notedBy.IdOrNone, givenFor);
        var person = new Person(details.GivenName, details.FamilyName, consent);
        if (person.Change(details, sensitive.Fingerprint) is { } refusal)
            return (null, refusal);

        db.Add(person);
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.PersonRecorded");
        await db.SaveChangesAsync(ct);
        return (person.Id, null);
    }
}
