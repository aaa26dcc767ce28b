using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Domain.Proposals;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Starting;

/// <summary>Asks for a proposal. It is computed when it is its turn; until all of it is taken over it stands on the desk of who asked.</summary>
public sealed class StartProposal(NabijDb db, ReadGround ground, FollowProposal follow, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleProposalId id, ProposalWish wish, PersonId by, CancellationToken ct)
    {
        if ((wish.Refusal ?? await ground.RefusalOfAsync(wish, ct)) is { } refusal)
            return refusal;
        var proposal = new CircleProposal(wish, await ground.NameAsync(wish, ct), by, clock.GetCurrentInstant()) { Id = id };
        db.Add(proposal);
        trail.Note(Subject.Of(id), null, "Circles.Trail.ProposalAsked");
        await follow.OpenAsync(proposal, ct);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
