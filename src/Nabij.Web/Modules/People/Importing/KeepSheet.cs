using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Importing;

/// <summary>A list of people comes in, its columns get names, doubles are told apart, and then it may be written down.</summary>
public sealed class KeepSheet(NabijDb db, CurrentPerson current, Trail trail, IClock clock)
{
    public const int MaxBytes = 5_000_000;
    public const int MaxRows = 20_000;

    public async Task<(PeopleImportId? Kept, Refusal? Refused)> HandleAsync(byte[] file, CancellationToken ct)
    {
        if (file.Length == 0)
            return (null, new ListIsEmpty());
        if (file.Length > MaxBytes)
            return (null, new ListTooLarge());
        if (SheetText.Read(file) is not { } text)
            return (null, new ListIsNoCsv());
        var sheet = Sheet.Read(text);
        if (RefusalOf(sheet) is { } refusal)
            return (null, refusal);

        var import = new PeopleImport(current.Id, text, clock.GetCurrentInstant());
        db.Add(import);
        trail.Note(Subject.Of(import.Id), about: null, "Trail.ListSent");
        await db.SaveChangesAsync(ct);
        return (import.Id, null);
    }

    public async Task<Refusal?> MatchAsync(PeopleImportId id, IReadOnlyList<ImportColumn> columns, ConsentWay? way, CancellationToken ct)
    {
        if (await db.PeopleImports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
            return new ImportGoesOnAlready();
        if (import.Match(columns, way) is { } refusal)
            return refusal;
        return await db.TrySaveAsync(ct) ? null : new ImportGoesOnAlready();
    }

    /// <summary>Who each likely double is: the same, or somebody else. What is not said stays a question.</summary>
    public async Task DecideAsync(PeopleImportId id, IReadOnlyDictionary<int, bool> isTheSame, CancellationToken ct)
    {
        var lines = isTheSame.Keys.ToList();
        foreach (var row in await db.ImportRows.Of(id).In(RowOutcome.MaybeKnown).Where(r => EF.Parameter(lines).Contains(r.Line)).ToListAsync(ct))
            row.Decide(isTheSame[row.Line]);
        await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> TakeAsync(PeopleImportId id, CancellationToken ct)
    {
        if (await db.PeopleImports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
            return new ImportGoesOnAlready();
        if (import.Take() is { } refusal)
            return refusal;
        return await db.TrySaveAsync(ct) ? null : new ImportGoesOnAlready();
    }

    public Task ThrowAwayAsync(PeopleImportId id, CancellationToken ct) =>
        db.PeopleImports.Where(i => i.Id == id && i.State != ImportState.Taking).ExecuteDeleteAsync(ct);

    private static Refusal? RefusalOf(Sheet sheet) =>
        sheet switch
        {
            { Rows.Count: 0 } => new ListIsEmpty(),
            { Rows.Count: > MaxRows } => new ListTooLarge(),
            { Headers.Count: < 2 or > PeopleImport.MaxColumns } => new ListIsNoCsv(),
            _ => null,
        };
}

public sealed record ListIsEmpty : Refusal;

public sealed record ListTooLarge : Refusal;

public sealed record ListIsNoCsv : Refusal;
