using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Csv;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>What one volunteer did for one organisation in a period: entered, of which approved; what is paid is what was approved.</summary>
public sealed record HoursLine(PersonId Person, string Name, string Organisation, IReadOnlyList<HoursEntry> Entries, LocalDate? ThankedOn)
{
    private IEnumerable<HoursEntry> Approved => Entries.Where(h => h.State is HoursState.Approved);

    public int Days => Entries.Select(h => h.Day).Distinct().Count();
    public int Minutes => Entries.Sum(h => h.Minutes);
    public int ApprovedMinutes => Approved.Sum(h => h.Minutes);
    public int Kilometres => Approved.Sum(h => h.Kilometres);
    public Money ForKilometres => KilometreRate.Usual * Kilometres;
    public Money Expenses => Approved.Aggregate(Money.None, (sum, h) => sum + h.Expenses);
    public Money ToPay => ForKilometres + Expenses;
}

/// <summary>Thanks and expenses in one list, for a period: on the screen, and as a file for who pays.</summary>
public sealed class HoursSheet(NabijDb db, VolunteersInSight inSight, IPeople people, IDirectory directory, Texts texts)
{
    private const string Address = "/vrijwilligers/uren.csv";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(Address, (string? van, string? tot, HoursSheet sheet, CancellationToken ct) => sheet.FileAsync(Typed.Date(van), Typed.Date(tot), ct))
            .RequireAuthorization(new ForRolesAttribute(Role.DistrictSupporter, Role.Editor));

    public async Task<IReadOnlyList<HoursLine>> LinesAsync(LocalDate first, LocalDate last, CancellationToken ct)
    {
        var entries = await inSight.KeptHours.AsNoTracking().Counting(first, last).OrderBy(h => h.Day).ThenBy(h => h.Id).ToListAsync(ct);
        var thanked = await db
            .VolunteerThanks.Where(t => t.On >= first && t.On <= last)
            .GroupBy(t => t.Person)
            .Select(g => new { g.Key, On = g.Max(t => t.On) })
            .ToDictionaryAsync(t => t.Key, t => t.On, ct);
        var cards = await people.FindAsync(entries.Select(h => h.Person).Distinct(), ct);
        var names = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        return
        [
            .. entries
                .GroupBy(h => (h.Person, h.Organisation))
                .Select(g => new HoursLine(
                    g.Key.Person,
                    cards.GetValueOrDefault(g.Key.Person)?.FullName ?? "",
                    g.Key.Organisation is { } id ? names.GetValueOrDefault(id, "") : texts["Volunteers.TheNeighbourhood"],
                    [.. g],
                    thanked.TryGetValue(g.Key.Person, out var on) ? on : null
                ))
                .OrderBy(l => l.Name, StringComparer.Ordinal)
                .ThenBy(l => l.Organisation, StringComparer.Ordinal)
                .ThenBy(l => l.Person.Value),
        ];
    }

    public IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<HoursLine> lines) =>
        [
            [.. Columns.Select(column => texts[$"Volunteers.Sheet.{column}"])],
            .. lines.Select(Row),
        ];

    private static readonly string[] Columns =
        ["Name", "Organisation", "Days", "Minutes", "ApprovedMinutes", "Kilometres", "ForKilometres", "Expenses", "ToPay", "ThankedOn"];

    private string[] Row(HoursLine line) =>
        [
            line.Name,
            line.Organisation,
            Written(line.Days),
            Written(line.Minutes),
            Written(line.ApprovedMinutes),
            Written(line.Kilometres),
            texts.Euros(line.ForKilometres),
            texts.Euros(line.Expenses),
            texts.Euros(line.ToPay),
            line.ThankedOn?.Iso() ?? "",
        ];

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<IResult> FileAsync(LocalDate? first, LocalDate? last, CancellationToken ct) =>
        first is { } from && last is { } until
            ? Results.File(CsvSheet.Write(Rows(await LinesAsync(from, until, ct))), CsvSheet.ContentType, $"uren-{from.Iso()}-{until.Iso()}.csv")
            : Results.NotFound();
}
