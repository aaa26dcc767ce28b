using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Data;

namespace Nabij.Modules.Circles.Persons;

/// <summary>Who asked for proposals of circles, moved front doors in them and asks residents; and who would rather not be in a circle.</summary>
public sealed class ProposalsOfPersons(NabijDb db) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.CircleProposal, "circle_proposals", ["StartedBy"]),
        new(Retention.CircleProposal, "proposal_moves", ["By"]),
        new(Retention.CircleProposal, "ask_rounds", ["Owner", "StandIn"]),
        new(Retention.CircleDeclined, "circle_declined", ["Person"]),
    ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var asked = await db.CircleProposals.Where(p => p.StartedBy == person).OrderBy(p => p.StartedAt).Select(p => new { p.StartedAt, p.Name }).ToListAsync(ct);
        var moved = await db.HandMoves.Where(m => m.By == person).OrderBy(m => m.At).Select(m => m.At).ToListAsync(ct);
        var rounds = await db.AskRounds.Where(r => r.Owner == person || r.StandIn == person).OrderBy(r => r.StartedAt).Select(r => new { r.StartedAt, r.Name }).ToListAsync(ct);
        var declined = await db.DeclinedCircles.Where(d => d.Person == person).Select(d => d.At).ToListAsync(ct);
        return
        [
            .. asked.Concat(rounds).Select(p => new KeptRecord(Retention.CircleProposal, p.StartedAt, ("Kept.Fact.What", p.Name))),
            .. moved.Select(at => new KeptRecord(Retention.CircleProposal, at)),
            .. declined.Select(at => new KeptRecord(Retention.CircleDeclined, at)),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        db.RemoveRange(await db.DeclinedCircles.Where(d => d.Person == person).ToListAsync(ct));
        foreach (var round in await db.AskRounds.Where(r => r.StandIn == person).ToListAsync(ct))
            round.GoesOnWithoutStandIn();
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var both = await db.DeclinedCircles.Where(d => d.Person == goes || d.Person == stays).ToListAsync(ct);
        if (both.Count > 1)
            db.RemoveRange(both.Where(d => d.Person == goes));
        foreach (var round in await db.AskRounds.Where(r => (r.Owner == goes && r.StandIn == stays) || (r.Owner == stays && r.StandIn == goes)).ToListAsync(ct))
            round.GoesOnWithoutStandIn();
    }
}
