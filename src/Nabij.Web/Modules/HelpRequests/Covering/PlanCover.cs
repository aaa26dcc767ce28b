using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Covering;

/// <summary>One day of a weekly help for somebody else to do: a question of its own, that ends with its day.</summary>
public sealed class PlanCover(NabijDb db, Standings standings, Changes changes, Trail trail, CurrentPerson person)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, LocalDate day, CancellationToken ct)
    {
        var (request, refused) = await standings.MayAsync(Act.PlanCover, id, ct);
        if (request is null)
            return refused;
        if (await db.HelpRequests.Open.AnyAsync(r => r.CoverFor == id && r.Plan.Date == day, ct))
            return new AlreadyCovered();

        var (cover, refusal) = request.PlanCover(day, changes.Now.TodayAt(), person.Id, changes.Now);
        if (cover is null)
            return refusal;
        db.Add(cover);
        trail.Note(Subject.Of(id), request.AskedFor, "HelpChange.CoverPlanned");
        return await changes.SaveAsync(cover, ct) ? null : new NotPossibleNow();
    }
}
