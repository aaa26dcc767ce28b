using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Keeps a chain whole when neighbours come, go, or go along to another circle. Saved by the caller.</summary>
public sealed class KeepChain(NabijDb db, IFollowUps followUps, IClock clock)
{
    private static readonly Duration TimeToFindStandIn = Duration.FromDays(7);

    /// <summary>Somebody leaves: their place closes, and a key that they kept, also of a neighbour in another circle, is nobody's.</summary>
    public async Task LeavesAsync(PersonId person, CancellationToken ct)
    {
        var theirs = db.Set<ChainLink>().Where(l => l.Person == person || l.KeyHolder == person).Select(l => l.Circle);
        foreach (var chain in await db.CallChains.Where(c => c.StandInStarter == person || theirs.Contains(c.Circle)).OrderBy(c => c.Circle).ToListAsync(ct))
        {
            chain.Leaves(person);
            await ReviewAsync(await db.Circles.SingleAsync(c => c.Id == chain.Circle, ct), chain, ct);
        }
    }

    public async Task GoAlongAsync(Circle from, Circle to, IReadOnlyCollection<PersonId> persons, CancellationToken ct)
    {
        if (await FindAsync(from.Id, ct) is not { } old)
            return;
        var chain = await FindAsync(to.Id, ct);
        if (chain is null)
            db.Add(chain = new CallChain(to.Id));
        chain.TakesIn(old, persons);
        foreach (var person in persons)
            LeavesOrder(old, person);
        await ReviewAsync(from, old, ct);
        await ReviewAsync(to, chain, ct);
    }

    /// <summary>A chain whose starter nobody can take over stands with the circle's contact.</summary>
    public Task ReviewAsync(Circle circle, CallChain chain, CancellationToken ct) =>
        chain.NeedsStandIn && circle.EndedAt is null
            ? followUps.OpenOnceAsync(
                new(
                    Follow.Chain(circle.Id),
                    "Circles.FollowUp.ChainStandIn",
                    circle.Name,
                    $"cirkels/{circle.Id.Value}/telefooncirkel/regelen",
                    clock.GetCurrentInstant() + TimeToFindStandIn,
                    circle.FirstContact,
                    circle.SecondContact ?? circle.Reserve
                ),
                ct
            )
            : followUps.CloseAsync(Follow.Chain(circle.Id), ct);

    /// <summary>Who goes along keeps the key of who stays: they are still near.</summary>
    private static void LeavesOrder(CallChain chain, PersonId person)
    {
        var keys = chain.Links.Where(l => l.KeyHolder == person).ToList();
        chain.Leaves(person);
        foreach (var link in keys.Where(chain.Links.Contains))
            link.KeyHolder = person;
    }

    private async Task<CallChain?> FindAsync(CircleId circle, CancellationToken ct) =>
        db.CallChains.Local.FirstOrDefault(c => c.Circle == circle) ?? await db.CallChains.SingleOrDefaultAsync(c => c.Circle == circle, ct);
}
