using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Directory.Data;

namespace Nabij.Modules.Directory.Persons;

/// <summary>For which organisations somebody is the person to turn to.</summary>
public sealed class OrganisationsOfPersons(NabijDb db) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } = [new(Retention.Organisation, "organisations", ["ContactPerson"])];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct) =>
        [
            .. (await db.Organisations.Where(o => o.ContactPerson == person).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(ct))
                .Select(name => new KeptRecord(Retention.Organisation, null, ("Kept.Fact.ContactOf", name))),
        ];

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var organisation in await db.Organisations.Where(o => o.ContactPerson == person).ToListAsync(ct))
            organisation.LosesContactPerson();
    }
}
