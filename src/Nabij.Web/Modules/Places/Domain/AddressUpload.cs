using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Places.Domain;

public readonly record struct AddressUploadId(Guid Value) : ITypedId<AddressUploadId>
{
    public static AddressUploadId New() => new(Guid.CreateVersion7());

    public static AddressUploadId From(Guid value) => new(value);
}

/// <summary>A file of addresses that somebody sent: first only looked at, then read, after which the report remains.</summary>
public sealed class AddressUpload(PersonId by, string content, Instant at)
{
    public AddressUploadId Id { get; init; } = AddressUploadId.New();
    public PersonId By { get; private init; } = by;
    public Instant At { get; private init; } = at;

    /// <summary>The file itself, until it has been read.</summary>
    public string Content { get; private set; } = content;
    public Instant? ReadAt { get; private set; }
    public int Added { get; private set; }
    public int Changed { get; private set; }
    public int AsBefore { get; private set; }

    public void WasRead(ImportReport report, Instant now) =>
        (ReadAt, Content, Added, Changed, AsBefore) = (now, "", report.Added, report.Changed, report.AsBefore);
}

/// <summary>What an import did.</summary>
public readonly record struct ImportReport(int Added, int Changed, int AsBefore);
