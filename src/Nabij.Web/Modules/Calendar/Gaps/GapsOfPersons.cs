using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Gaps.Data;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>For which plans somebody sees to what is missed. Of who misses it nothing is kept.</summary>
public sealed class GapsOfPersons(NabijDb db, Texts texts) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } = [new(Retention.GapPlan, "gap_plans", ["Owner", "StandIn"])];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct) =>
        [.. (await OfAsync(person, ct)).Select(p => new KeptRecord(Retention.GapPlan, p.OpenedAt, ("Kept.Fact.What", texts[p.Theme])))];

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var plan in await OfAsync(person, ct))
            plan.Loses(person);
    }

    private Task<List<GapPlan>> OfAsync(PersonId person, CancellationToken ct) =>
        db.GapPlans.Where(p => p.Owner == person || p.StandIn == person).OrderBy(p => p.OpenedAt).ThenBy(p => p.Id).ToListAsync(ct);
}
