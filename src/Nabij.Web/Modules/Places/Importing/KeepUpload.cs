using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Places.Data;
using Nabij.Modules.Places.Domain;
using NodaTime;

namespace Nabij.Modules.Places.Importing;

/// <summary>Keeps a file that somebody sent, so that they can look at it first; then reads it, or throws it away.</summary>
public sealed class KeepUpload(NabijDb db, ImportAddresses import, CurrentPerson person, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(AddressUploadId id, Stream file, CancellationToken ct)
    {
        using var text = new StreamReader(file);
        var content = await text.ReadToEndAsync(ct);
        if (content.Length == 0)
            return new NoFileChosen();
        if (AddressCsv.MissingColumns(new StringReader(content)) is { Count: > 0 } missing)
            return new ColumnsAreMissing(missing);

        await db.AddressUploads.Where(u => u.ReadAt == null).ExecuteDeleteAsync(ct); // one file waits at a time
        db.Add(new AddressUpload(person.Id, content, clock.GetCurrentInstant()) { Id = id });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> ReadAsync(AddressUploadId id, CancellationToken ct)
    {
        if (await db.AddressUploads.SingleOrDefaultAsync(u => u.Id == id && u.ReadAt == null, ct) is not { } upload)
            return new FileAlreadyRead();
        upload.WasRead(await import.HandleAsync(new StringReader(upload.Content), ct), clock.GetCurrentInstant());
        trail.Note(Subject.Of(id), null, "Places.Trail.AddressesRead");
        return await db.TrySaveAsync(ct) ? null : new FileAlreadyRead();
    }

    public Task ThrowAwayAsync(AddressUploadId id, CancellationToken ct) =>
        db.AddressUploads.Where(u => u.Id == id && u.ReadAt == null).ExecuteDeleteAsync(ct);
}

public sealed record NoFileChosen : Refusal;

public sealed record ColumnsAreMissing(IReadOnlyList<string> Columns) : Refusal;

public sealed record FileAlreadyRead : Refusal;
