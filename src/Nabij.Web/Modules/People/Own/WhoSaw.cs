using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Data;
using NodaTime;

namespace Nabij.Modules.People.Own;

/// <summary>Who looked at somebody's data or changed them, newest first: for that person to read.</summary>
public sealed class WhoSaw(NabijDb db)
{
    private const int Usual = 100;

    public async Task<IReadOnlyList<SeenEntry>> OfAsync(PersonId about, CancellationToken ct, int newest = Usual)
    {
        var persons = db.Persons;
        return await (
            from entry in db.Set<TrailEntry>()
            where entry.About == about
            from who in persons.Where(p => p.Id == entry.Who).DefaultIfEmpty()
            orderby entry.At descending, entry.Id descending
            select new SeenEntry(entry.At, entry.What, who == null ? null : who.GivenName + " " + who.FamilyName, entry.Who == about)
        )
            .Take(newest)
            .ToListAsync(ct);
    }
}

public sealed record SeenEntry(Instant At, string What, string? By, bool IsSelf);
