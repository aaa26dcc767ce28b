using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Recording;

namespace Nabij.Modules.People.Importing;

/// <summary>Looks at each row of a list: is it somebody new, somebody who may be here already, or what is wrong with it?</summary>
public sealed class LookAtRows(NabijDb db, ReadPersonForm read, LikelyDoubles doubles)
{
    private const int AtOnce = 100;

    public async Task HandleAsync(PeopleImportId id, CancellationToken ct)
    {
        var import = await db.PeopleImports.SingleAsync(i => i.Id == id, ct);
        await SplitAsync(import, ct);
        while (await db.ImportRows.Of(id).In(RowOutcome.Unseen).OrderBy(r => r.Line).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                await LookAsync(row, ct);
            if (!await db.TrySaveAsync(ct))
                return; // somebody threw it away, or another node looks
            db.ChangeTracker.Clear();
        }
        if (await db.PeopleImports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { State: ImportState.Looking } looked)
            return;
        looked.WasLookedAt();
        await db.TrySaveAsync(ct);
    }

    /// <summary>What a row says, or what is wrong with it.</summary>
    public async Task<(PersonDetails? Details, Refusal? Wrong)> ReadAsync(ImportRow row, CancellationToken ct)
    {
        var form = RowReading.FormOf(row.Fields());
        if (RowReading.RefusalOf(form) is { } refusal)
            return (null, refusal);
        var found = await read.HandleAsync(form, ct);
        return (found.Details, found.Wrong is [var first, ..] ? first.Why : null);
    }

    /// <summary>Keeps the rows one by one, all in the save in which the file itself goes.</summary>
    private async Task SplitAsync(PeopleImport import, CancellationToken ct)
    {
        if (import.Content.Length == 0)
            return;
        db.AddRange(Sheet.Read(import.Content).Rows.Select(row => new ImportRow(import.Id, row.Line, RowReading.FieldsOf(row, import.ColumnList))));
        import.WasSplit();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task LookAsync(ImportRow row, CancellationToken ct)
    {
        var (details, wrong) = await ReadAsync(row, ct);
        if (details is null)
            row.IsFaulty(wrong!); // without details there is something wrong
        else if (await doubles.OfAsync(PersonId.New(), details, ct) is [var likely, ..])
            row.MayBe(likely.Id);
        else
            row.IsNew();
    }
}
