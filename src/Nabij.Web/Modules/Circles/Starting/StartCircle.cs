using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Starting;

/// <summary>Starts a circle, with a name and nothing else; the desk is to find two contacts for it.</summary>
public sealed class StartCircle(NabijDb db, LookAfterCircle lookAfter, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, string name, CancellationToken ct)
    {
        if (Circle.RefusalOfName(name) is { } refusal)
            return refusal;
        var circle = new Circle(name.Trim(), clock.GetCurrentInstant()) { Id = id };
        db.Add(circle);
        trail.Note(Subject.Of(id), null, "Circles.Trail.Started");
        await lookAfter.ReviewAsync(circle, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
