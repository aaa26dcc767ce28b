using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Proposing.Asking;

/// <summary>Who is to be asked in a round: residents that we know, of the streets of its circles, who are in no circle and did not say no.</summary>
public sealed class ResidentsToAsk(NabijDb db, IPeople people, IPlaces places)
{
    public async Task<AskList?> FindAsync(AskRoundId id, CancellationToken ct)
    {
        if (await db.AskRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round)
            return null;
        var asked = db.AskRoundCircles.Where(c => c.Round == id).Select(c => c.Circle);
        var doors = await (
            from door in db.CircleAddresses.AsNoTracking()
            join circle in db.Circles on door.Circle equals circle.Id
            where asked.Contains(circle.Id)
            select new { door.Address, circle.Id, circle.Name }
        ).ToListAsync(ct);
        var circleAt = doors.ToDictionary(d => d.Address, d => (d.Id, d.Name));
        var living = await people.LivingAtAsync(circleAt.Keys, ct);
        var ids = living.Select(p => p.Id).ToList();
        var members = await db.CircleMembers.Current.Where(m => EF.Parameter(ids).Contains(m.Person)).Select(m => m.Person).ToHashSetAsync(ct);
        var declined = await db.DeclinedCircles.Where(d => EF.Parameter(ids).Contains(d.Person)).Select(d => d.Person).ToHashSetAsync(ct);
        var toAsk = living.Where(p => !members.Contains(p.Id) && !declined.Contains(p.Id)).ToList();
        var homes = await places.FindAsync(toAsk.Select(p => p.Home!.Value), ct); // who lives at an address has a home
        return new(
            round,
            [.. toAsk.Where(p => homes.ContainsKey(p.Home!.Value)).Select(p => new ResidentToAsk(p, homes[p.Home!.Value], circleAt[p.Home.Value].Id, circleAt[p.Home.Value].Name))],
            members.Count,
            declined.Count
        );
    }
}

/// <summary>A round, and who is still to be asked.</summary>
/// <param name="Round">The round.</param>
/// <param name="ToAsk">Who are to be asked, by name.</param>
/// <param name="Members">How many of the residents that we know are in a circle, be it another one.</param>
/// <param name="Declined">How many would rather not.</param>
public sealed record AskList(AskRound Round, IReadOnlyList<ResidentToAsk> ToAsk, int Members, int Declined);

/// <summary>Somebody who is to be asked for the circle around their home.</summary>
public sealed record ResidentToAsk(PersonCard Person, Address Home, CircleId Circle, string CircleName);
