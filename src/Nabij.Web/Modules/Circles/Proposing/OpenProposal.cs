using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Proposing;

/// <summary>Reads a proposal to show or to change, in five queries.</summary>
public sealed class OpenProposal(NabijDb db, ReadGround ground)
{
    public Task<CircleProposal?> FindAsync(CircleProposalId id, CancellationToken ct) =>
        db.CircleProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct);

    /// <summary>To be shown.</summary>
    public async Task<ProposalSketch> SketchAsync(CircleProposal proposal, CancellationToken ct) =>
        await SketchAsync(proposal, db.ProposedPlaces.AsNoTracking(), db.ProposedCircles.AsNoTracking(), ct);

    /// <summary>To be changed: its places and circles are saved by the caller.</summary>
    public async Task<ProposalSketch> ToChangeAsync(CircleProposal proposal, CancellationToken ct) =>
        await SketchAsync(proposal, db.ProposedPlaces, db.ProposedCircles, ct);

    private async Task<ProposalSketch> SketchAsync(CircleProposal proposal, IQueryable<ProposedPlace> allPlaces, IQueryable<ProposedCircle> allCircles, CancellationToken ct)
    {
        var places = await allPlaces.Where(p => p.Proposal == proposal.Id).OrderBy(p => p.Number).ToListAsync(ct);
        var circles = await allCircles.Where(c => c.Proposal == proposal.Id).OrderBy(c => c.Number).ToListAsync(ct);
        return new(proposal, places, circles, await ground.CountAsync(places, ct));
    }
}
