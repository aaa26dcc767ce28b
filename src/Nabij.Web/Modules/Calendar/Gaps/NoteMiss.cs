using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>Writes down what somebody misses: on the telephone, at the door, in a talk, or when they sign up for something else.</summary>
public sealed class NoteMiss(NabijDb db, IPlaces places, IClock clock)
{
    public async Task<Refusal?> HandleAsync(Theme? theme, DayParts? part, string? buurt, AccessFacts access, HeardBy? heardBy, CancellationToken ct)
    {
        if (theme is not { } what || part is not { } when || heardBy is not { } how || !GapFigures.Parts.Contains(when))
            return new MissIsIncomplete();
        var known = (await places.BuurtenAsync(ct)).Any(b => b.Code == buurt) ? buurt! : ""; // a buurt of ours, or not said
        db.Add(new Miss(what, when, known, access, how, clock.GetCurrentInstant().TodayAt()));
        await db.SaveChangesAsync(ct);
        return null;
    }
}
