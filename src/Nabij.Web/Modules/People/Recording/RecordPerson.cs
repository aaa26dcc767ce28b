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
    public Task<(PersonId? Person, Refusal? Refused)> HandleAsync(PersonDetails details, ConsentWay way, string? givenFor, CancellationToken ct) =>
        HandleAsync(PersonId.New(), details, way, givenFor, ct);

    /// <param name="id">Who this becomes: the same person when the form is sent twice.</param>
    /// <param name="details">What was typed.</param>
    /// <param name="way">How they said yes.</param>
    /// <param name="givenFor">To what.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<(PersonId? Person, Refusal? Refused)> HandleAsync(
        PersonId id,
        PersonDetails details,
        ConsentWay way,
        string? givenFor,
        CancellationToken ct
    )
    {
        var consent = new Consent(way, clock.GetCurrentInstant(), notedBy.IdOrNone, givenFor);
        var person = new Person(details.GivenName, details.FamilyName, consent) { Id = id };
        if (person.Change(details, sensitive.Fingerprint) is { } refusal)
            return (null, refusal);

        db.Add(person);
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.PersonRecorded");
        await db.TrySaveAsync(ct); // sent twice at the same moment: they are there already
        return (person.Id, null);
    }
}
