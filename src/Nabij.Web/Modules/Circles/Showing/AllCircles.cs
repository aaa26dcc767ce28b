using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Circles.Showing;

/// <summary>The circles of the community by name, in three queries however many there are.</summary>
public sealed class AllCircles(NabijDb db, IPeople people)
{
    public async Task<IReadOnlyList<CircleName>> NamesAsync(CancellationToken ct) =>
        await db.Circles.Current.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new CircleName(c.Id, c.Name)).ToListAsync(ct);

    /// <summary>All but this one, and which of them lie next to it.</summary>
    public async Task<IReadOnlyList<NearCircle>> AroundAsync(CircleId circle, CancellationToken ct)
    {
        var next = db.CirclePairs.NextTo(circle);
        return await db
            .Circles.Current.Where(c => c.Id != circle)
            .OrderBy(c => c.Name)
            .ThenBy(c => c.Id)
            .Select(c => new NearCircle(c.Id, c.Name, next.Contains(c.Id)))
            .ToListAsync(ct);
    }

    public async Task<IReadOnlyList<CircleLine>> ListAsync(CancellationToken ct)
    {
        var circles = await db.Circles.Current.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
        var sizes = await db
            .CircleMembers.Current.GroupBy(m => m.Circle)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var contacts = await people.FindAsync(circles.SelectMany(c => c.Contacts), ct);
        return
        [
            .. circles.Select(c => new CircleLine(
                c.Id,
                c.Name,
                sizes.GetValueOrDefault(c.Id),
                [.. c.Contacts.Where(contacts.ContainsKey).Select(p => contacts[p].ShortName)],
                c.NeedsContacts,
                Outline.Read(c.Outline)
            )),
        ];
    }
}

public sealed record CircleName(CircleId Id, string Name);

public sealed record NearCircle(CircleId Id, string Name, bool IsNext);

/// <summary>A circle on the list of the desk.</summary>
public sealed record CircleLine(
    CircleId Id,
    string Name,
    int Members,
    IReadOnlyList<string> Contacts,
    bool NeedsContacts,
    IReadOnlyList<GeoPoint> Outline
);
