using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Recording;

/// <summary>A neighbour whom another neighbour brought along.</summary>
public sealed class RecordNeighbour(NabijDb db, SensitiveText sensitive, IPeople people, CurrentPerson notedBy, IClock clock) : IRecordNeighbour
{
    public async Task<(PersonId? Person, Refusal? Refused)> RecordAsync(NewNeighbour neighbour, CancellationToken ct)
    {
        if (neighbour.Number is { } number && (await people.WithContactAsync(number, ct)).FirstOrDefault(p => IsNamed(p, neighbour)) is { } known)
            return (known.Id, null);

        var now = clock.GetCurrentInstant();
        var person = new Person(neighbour.GivenName.Trim(), neighbour.FamilyName.Trim(), new(ConsentWay.Spoken, now, notedBy.IdOrNone)) { Home = neighbour.Home };
        var ways = new WaysToReach(neighbour.Number is null ? Channel.Visit : Channel.Call, Phone: neighbour.Number);
        if (person.ReachBy(ways, sensitive.Fingerprint) is { } refusal)
            return (null, refusal);
        db.Add(person);
        db.Add(new TrailEntry(now, notedBy.IdOrNone, person.Id, nameof(Person), person.Id.Value, "Trail.PersonRecorded"));
        return (person.Id, null);
    }

    private static bool IsNamed(PersonCard card, NewNeighbour neighbour) =>
        string.Equals(card.GivenName, neighbour.GivenName.Trim(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(card.FamilyName, neighbour.FamilyName.Trim(), StringComparison.OrdinalIgnoreCase);
}
