using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Accepting;

/// <summary>
/// Takes over the circles of one buurt: they get their front doors, lie next to each other, and stand on the desk until each has its
/// contacts. Nobody becomes a member by it: a round begins in which residents are asked.
/// </summary>
public sealed class AcceptBuurt(NabijDb db, OpenProposal open, MakeCircles make, FollowProposal follow, IClock clock)
{
    /// <returns>The round in which residents are asked, or why not.</returns>
    public async Task<(AskRoundId? Round, Refusal? Refused)> HandleAsync(CircleProposalId id, int seen, AcceptedBuurt accepted, CancellationToken ct)
    {
        if (await db.CircleProposals.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return (null, new NoSuchProposal());
        if (proposal.RefusalOfChange(seen) is { } refusal)
            return (null, refusal);
        var sketch = await open.ToChangeAsync(proposal, ct);
        var taken = sketch.ToTakeOver(accepted.Buurt);
        if ((sketch.RefusalOfTakingOver(accepted.Buurt) ?? await RefusalOfAskerAsync(accepted, ct)) is { } other)
            return (null, other);

        var circles = await make.FromAsync(sketch, taken, ct);
        var round = new AskRound(accepted.Name, accepted.Owner, accepted.StandIn, clock.GetCurrentInstant());
        db.Add(round);
        db.AddRange(circles.Select(circle => new AskRoundCircle(round.Id, circle)));
        await follow.OpenAsync(round, ct);
        await EndAsync(proposal, sketch, taken, ct);
        if (await db.TrySaveAsync(ct))
            return (round.Id, null);
        db.ChangeTracker.Clear();
        return (null, new ProposalChangedMeanwhile());
    }

    private async Task<Refusal?> RefusalOfAskerAsync(AcceptedBuurt accepted, CancellationToken ct)
    {
        var supporters = await follow.SupportersAsync(ct);
        if (!supporters.Contains(accepted.Owner) || (accepted.StandIn is { } other && !supporters.Contains(other)))
            return new AskerIsNoSupporter();
        return accepted.Owner == accepted.StandIn ? new StandInIsAskerToo() : null;
    }

    private async Task EndAsync(CircleProposal proposal, ProposalSketch sketch, IReadOnlyList<SketchedCircle> taken, CancellationToken ct)
    {
        proposal.Changed();
        if (sketch.Circles.Any(c => c.Became is null && !taken.Contains(c)))
            return;
        proposal.IsDone();
        await follow.CloseAsync(proposal, ct);
    }
}

/// <summary>What is taken over, and who sees to it that residents are asked.</summary>
/// <param name="Buurt">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Who asks.</param>
/// <param name="StandIn">Who does when they are away; null where there is only one supporter.</param>
public sealed record AcceptedBuurt(string Buurt, string Name, PersonId Owner, PersonId? StandIn);
