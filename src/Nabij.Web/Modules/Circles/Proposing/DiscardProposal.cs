using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Proposing;

/// <summary>Throws a proposal away, also while it is computed, or lets it try again. What was taken over from it stays.</summary>
public sealed class DiscardProposal(NabijDb db, FollowProposal follow, Trail trail)
{
    public async Task<Refusal?> HandleAsync(CircleProposalId id, CancellationToken ct)
    {
        if (await db.CircleProposals.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return new NoSuchProposal();
        db.Remove(proposal);
        trail.Note(Subject.Of(id), null, "Circles.Trail.ProposalDiscarded");
        await follow.CloseAsync(proposal, ct);
        return await db.TrySaveAsync(ct) ? null : new ProposalChangedMeanwhile();
    }

    public async Task<Refusal?> TryAgainAsync(CircleProposalId id, CancellationToken ct)
    {
        if (await db.CircleProposals.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return new NoSuchProposal();
        if (proposal.TryAgain() is { } refusal)
            return refusal;
        trail.Note(Subject.Of(id), null, "Circles.Trail.ProposalAsked");
        await follow.OpenAsync(proposal, ct);
        return await db.TrySaveAsync(ct) ? null : new ProposalChangedMeanwhile();
    }
}
