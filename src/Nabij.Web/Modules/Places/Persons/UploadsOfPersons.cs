using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Places.Data;

namespace Nabij.Modules.Places.Persons;

/// <summary>Who sent a file of addresses.</summary>
public sealed class UploadsOfPersons(NabijDb db) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } = [new(Retention.Upload, "address_uploads", ["By"])];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct) =>
        [
            .. (await db.AddressUploads.Where(u => u.By == person).OrderBy(u => u.At).Select(u => u.At).ToListAsync(ct))
                .Select(at => new KeptRecord(Retention.Upload, at)),
        ];

    public Task ForgetAsync(PersonId person, CancellationToken ct) =>
        db.AddressUploads.Where(u => u.By == person && u.ReadAt == null).ExecuteDeleteAsync(ct);
}
