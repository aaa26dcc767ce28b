using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Paper;

/// <summary>The newest version was brought round.</summary>
public sealed class HandOutPapers(NabijDb db, KeepPapers papers, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleId id, PaperKind kind, CancellationToken ct)
    {
        if (!await db.Circles.Current.AnyAsync(c => c.Id == id, ct))
            return new NoSuchCircle();
        await papers.HandOutAsync(id, kind, ct);
        trail.Note(Subject.Of(id), null, "Circles.Trail.HandedOut");
        await db.SaveChangesAsync(ct);
        return null;
    }
}
