using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Recording;
using NodaTime;

namespace Nabij.Modules.People.Importing;

/// <summary>
/// Writes down the rows of a list, each as a whole and in a save of its own with the mark that it was. Broken off, it goes on where it
/// was. Who is in the list twice comes up as a likely double.
/// </summary>
public sealed class TakeRows(NabijDb db, LookAtRows look, LikelyDoubles doubles, RecordPerson record, IClock clock)
{
    public async Task HandleAsync(PeopleImportId id, CancellationToken ct)
    {
        var way = await db.PeopleImports.Where(i => i.Id == id).Select(i => i.Way).SingleAsync(ct) ?? ConsentWay.Paper;
        var toTake = await db.ImportRows.Of(id).In(RowOutcome.New, RowOutcome.SomebodyElse).OrderBy(r => r.Line).Select(r => r.Id).ToListAsync(ct);
        foreach (var row in toTake)
            await TakeAsync(row, way, ct);

        var import = await db.PeopleImports.SingleAsync(i => i.Id == id, ct);
        import.WasTaken(await db.ImportRows.Of(id).In(RowOutcome.MaybeKnown).AnyAsync(ct), clock.GetCurrentInstant());
        await db.TrySaveAsync(ct);
    }

    private async Task TakeAsync(Guid id, ConsentWay way, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.ImportRows.SingleOrDefaultAsync(r => r.Id == id, ct) is not { IsToTake: true } row)
            return;
        var (details, wrong) = await look.ReadAsync(row, ct);
        if (details is null)
            row.IsFaulty(wrong!); // an address went meanwhile
        else if (row.Outcome is RowOutcome.New && await doubles.OfAsync(PersonId.New(), details, ct) is [var likely, ..])
            row.MayBe(likely.Id);
        else
        {
            var person = PersonId.New();
            row.Became(person);
            await record.HandleAsync(person, details, way, givenFor: null, ct);
            return;
        }
        await db.TrySaveAsync(ct);
    }
}
