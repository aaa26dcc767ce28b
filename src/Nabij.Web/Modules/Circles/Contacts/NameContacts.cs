using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;

namespace Nabij.Modules.Circles.Contacts;

/// <summary>Names the two who look after the circle, and who steps in.</summary>
public sealed class NameContacts(NabijDb db, LookAfterCircle lookAfter, KeepPapers papers, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleId id, PersonId? first, PersonId? second, PersonId? reserve, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        var members = await db.CircleMembers.Of(id).Select(m => m.Person).ToHashSetAsync(ct);
        if (circle.NameContacts(first, second, reserve, members) is { } refusal)
            return refusal;

        foreach (var contact in circle.Contacts)
            trail.Note(Subject.Of(id), contact, "Circles.Trail.ContactNamed");
        await lookAfter.ReviewAsync(circle, ct);
        await papers.BecomeVoidAsync(circle, Enum.GetValues<PaperKind>(), ct);
        return await db.TrySaveAsync(ct) ? null : new CircleChangedMeanwhile();
    }
}
