using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Data;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Importing;

/// <summary>
/// Takes the addresses of a file into the community: new ones are added, known ones get their new place, none is removed. It
/// saves a thousand at a time; broken off and done again it goes on where it was.
/// </summary>
public sealed class ImportAddresses(NabijDb db, IPlaces places)
{
    private const int Batch = 1000;

    public async Task<ImportReport> HandleAsync(TextReader csv, CancellationToken ct)
    {
        var borders = await places.BuurtenAsync(ct);
        var streets = await db.Streets.AsNoTracking().ToDictionaryAsync(s => (s.Name, s.Town), s => s.Id, ct);
        var total = default(ImportReport);
        foreach (var lines in AddressCsv.Read(csv).Where(l => l.Address is not null).Select(l => l.Address!).Chunk(Batch))
        {
            var report = await TakeAsync(lines, streets, borders, ct);
            total = new(total.Added + report.Added, total.Changed + report.Changed, total.AsBefore + report.AsBefore);
        }
        return total;
    }

    private async Task<ImportReport> TakeAsync(
        ReadAddress[] lines,
        Dictionary<(string Name, string Town), StreetId> streets,
        IReadOnlyList<Buurt> borders,
        CancellationToken ct
    )
    {
        foreach (var unknown in lines.Select(l => (l.Street, l.Town)).Distinct().Where(s => !streets.ContainsKey(s)))
        {
            var street = new Street(unknown.Street, unknown.Town);
            db.Add(street);
            streets[unknown] = street.Id;
        }
        var here = lines.Select(l => streets[(l.Street, l.Town)]).Distinct().ToList();
        var known = await db
            .Addresses.Where(a => here.Contains(a.Street))
            .ToDictionaryAsync(a => (a.Street, a.Number, a.Addition), ct);
        var (added, changed, asBefore) = (0, 0, 0);
        foreach (var line in lines)
        {
            var door = (streets[(line.Street, line.Town)], line.Number, line.Addition);
            var isNew = !known.TryGetValue(door, out var address);
            if (isNew)
                db.Add(known[door] = address = new KnownAddress(door.Item1, door.Number, door.Addition));
            var moved = address!.Lies(line.PostalCode, BuurtOf(line.At, borders), line.At);
            _ = isNew ? added++ : moved ? changed++ : asBefore++;
        }
        await db.SaveChangesAsync(ct);
        foreach (var entry in db.ChangeTracker.Entries<KnownAddress>().ToList())
            entry.State = EntityState.Detached;
        return new(added, changed, asBefore);
    }

    private static string BuurtOf(GeoPoint at, IReadOnlyList<Buurt> borders) =>
        borders.FirstOrDefault(b => b.Holds(at))?.Code ?? "";
}
