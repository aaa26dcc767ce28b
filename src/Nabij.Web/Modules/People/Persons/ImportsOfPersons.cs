using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.People.Data;
using NodaTime;

namespace Nabij.Modules.People.Persons;

/// <summary>On which list somebody came in, and which lists they sent.</summary>
public sealed class ImportsOfPersons(NabijDb db) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Import, "people_imports", ["By"], "Content"),
        new(Retention.Import, "people_import_rows", ["Known", "Person"], "Fields"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(
                Retention.Import,
                (before, ct) => Past(before).CountAsync(ct),
                (before, ct) => Past(before).ExecuteDeleteAsync(ct)
            ),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var imports = db.PeopleImports;
        var sent = await db
            .PeopleImports.Where(i => i.By == person)
            .Select(i => i.At)
            .Concat(db.ImportRows.Where(r => r.Person == person || r.Known == person).Join(imports, r => r.Import, i => i.Id, (_, i) => i.At))
            .OrderBy(at => at)
            .ToListAsync(ct);
        return [.. sent.Select(at => new KeptRecord(Retention.Import, at))];
    }

    public Task ForgetAsync(PersonId person, CancellationToken ct) =>
        db.ImportRows.Where(r => r.Person == person || r.Known == person).ExecuteDeleteAsync(ct);

    /// <summary>A list that nobody went on with goes too.</summary>
    private IQueryable<Domain.PeopleImport> Past(Instant before) => db.PeopleImports.Where(i => i.At < before);
}
