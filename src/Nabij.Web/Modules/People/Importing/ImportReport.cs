using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Csv;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Importing;

/// <summary>What became of each row of a list: counted, and as a file to take along.</summary>
public sealed class ImportReport(NabijDb db, Texts texts)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/mensen/inlezen/{id:guid}/verslag.csv", (Guid id, ImportReport report, CancellationToken ct) => report.FileAsync(new(id), ct))
            .RequireAuthorization(new ForRolesAttribute(Role.DistrictSupporter));

    public async Task<IReadOnlyDictionary<RowOutcome, int>> CountAsync(PeopleImportId id, CancellationToken ct) =>
        await db.ImportRows.Of(id).GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>The row as it came in, with what became of it and why.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(PeopleImportId id, CancellationToken ct)
    {
        var columns = Enum.GetValues<ImportColumn>().Where(c => c is not ImportColumn.None).ToList();
        var rows = await db.ImportRows.AsNoTracking().Of(id).OrderBy(r => r.Line).ToListAsync(ct);
        return
        [
            [texts["People.Import.Line"], texts["People.Import.Outcome"], texts["People.Import.WhyColumn"], .. columns.Select(c => texts[c])],
            .. rows.Select(row => Written(row, columns)),
        ];
    }

    private string[] Written(ImportRow row, List<ImportColumn> columns)
    {
        var fields = row.Fields();
        return
        [
            row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
            texts[row.Outcome],
            row.Why is { } why ? texts[why] : "",
            .. columns.Select(c => fields.GetValueOrDefault(c.ToString(), "")),
        ];
    }

    private async Task<IResult> FileAsync(PeopleImportId id, CancellationToken ct) =>
        await db.PeopleImports.AnyAsync(i => i.Id == id, ct)
            ? Results.File(CsvSheet.Write(await RowsAsync(id, ct)), CsvSheet.ContentType, "verslag.csv")
            : Results.NotFound();
}
