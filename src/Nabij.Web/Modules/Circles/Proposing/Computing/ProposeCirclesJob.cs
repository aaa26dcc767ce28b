using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Proposing.Computing;

/// <summary>
/// Computes the proposals that wait, and those that a node left halfway: this job runs on one node at a time, so nobody else is at work
/// on them.
/// </summary>
public sealed class ProposeCirclesJob(NabijDb db, ComputeProposal compute) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var due = await db
            .CircleProposals.Where(p => p.State == ProposalState.Waiting || p.State == ProposalState.Working)
            .OrderBy(p => p.StartedAt)
            .ThenBy(p => p.Id)
            .Select(p => p.Id)
            .ToListAsync(ct);
        foreach (var proposal in due)
            await compute.HandleAsync(proposal, ct);
    }
}
