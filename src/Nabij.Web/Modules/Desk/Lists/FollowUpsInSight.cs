using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Lists;

/// <summary>The open follow-ups that whoever is asking may see: their own, and for who runs the desk also the desk's.</summary>
public sealed class FollowUpsInSight(NabijDb db, CurrentPerson person, IPeople people, IClock clock)
{
    private IReadOnlyList<PersonId>? away;

    public async Task<IQueryable<FollowUp>> AllAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        away ??= [.. await people.AwayAsync(now.TodayAt(), ct)];
        return db.FollowUps.Open.InSightOf(person.Id, person.Is(Role.DistrictSupporter), away, now);
    }

    public async Task<FollowUp?> FindAsync(FollowUpId id, CancellationToken ct) =>
        await (await AllAsync(ct)).SingleOrDefaultAsync(f => f.Id == id, ct);
}
