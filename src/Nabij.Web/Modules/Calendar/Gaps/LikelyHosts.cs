using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>An organisation, and how many activities of the kind it does already.</summary>
public sealed record LikelyHost(OrganisationCard Organisation, int Activities);

/// <summary>Who could do it: organisations that do such things already come first.</summary>
public sealed class LikelyHosts(NabijDb db, IDirectory directory)
{
    public async Task<IReadOnlyList<LikelyHost>> HandleAsync(Theme theme, CancellationToken ct)
    {
        var alike = db.Activities.Sure.Where(a => a.Theme == theme).Select(a => a.Id);
        var counts = await db
            .ActivityHosts.Where(h => alike.Contains(h.Activity))
            .GroupBy(h => h.Organisation)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        return
        [
            .. (await directory.AllAsync(ct))
                .Select(o => new LikelyHost(o, counts.GetValueOrDefault(o.Id)))
                .OrderByDescending(h => h.Activities)
                .ThenBy(h => h.Organisation.Name, StringComparer.CurrentCulture),
        ];
    }
}
