using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Nabij.Algorithms.Districting;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Computing;

/// <summary>Divides the ground of one proposal into circles, and tells how far it is.</summary>
/// <remarks>The number of moves follows from the ground alone, so the same ground gives the same circles on every machine.</remarks>
public sealed class ComputeProposal(NabijDb db, ReadGround ground, FollowProposal follow, Trail trail, IClock clock)
{
    private const long MovesALink = 12_000;
    private const long MostMoves = 80_000_000;
    private const int ToldEachPerCent = 5;
    private const int Seed = 1;

    public async Task HandleAsync(CircleProposalId id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is not { } proposal)
            return;
        var places = await ground.PlacesAsync(proposal, ct);
        if (places.Count == 0)
        {
            proposal.HasNothingToDivide();
            await EndAsync(proposal, ct);
            return;
        }
        var (existing, there) = await CirclesThereAsync(proposal, places, ct);
        var divided = DividedGround.Of(proposal, places, await ground.CountAsync(places, ct), existing, circles: null);
        if (await SolveAsync(proposal.Id, divided.Problem, ct) is not { } plan)
            return;

        foreach (var place in places)
            place.Circle = plan.CircleOf[place.Number];
        db.AddRange(places);
        db.AddRange(plan.Circles.Select((_, number) => Numbered(proposal.Id, number, there)));
        proposal.IsReady(isSketch: places[0].Address is null, clock.GetCurrentInstant());
        await EndAsync(proposal, ct);
    }

    private async Task<CircleProposal?> BeginAsync(CircleProposalId id, CancellationToken ct)
    {
        if (await db.CircleProposals.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return null;
        proposal.Begin();
        if (proposal.State is not ProposalState.Stuck)
            return await db.TrySaveAsync(ct) ? proposal : null;
        await EndAsync(proposal, ct);
        return null;
    }

    private async Task EndAsync(CircleProposal proposal, CancellationToken ct)
    {
        trail.Note(Subject.Of(proposal.Id), null, proposal.State is ProposalState.Ready ? "Circles.Trail.ProposalReady" : "Circles.Trail.ProposalStuck");
        await follow.OpenAsync(proposal, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The circles that there are among these front doors, numbered by name; none when they are to be forgotten.</summary>
    private async Task<(ImmutableArray<int> Existing, IReadOnlyList<(CircleId Id, string Name)> There)> CirclesThereAsync(
        CircleProposal proposal,
        IReadOnlyList<ProposedPlace> places,
        CancellationToken ct
    )
    {
        if (proposal.ThereAre is CirclesThereAre.Forget)
            return ([.. places.Select(_ => -1)], []);
        var around = await ground.CirclesThereAsync(ct);
        var ids = places.Where(p => p.Address is not null).Select(p => around.GetValueOrDefault(p.Address!.Value)).Where(c => c != default).Distinct().ToList();
        var names = await db.Circles.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
        var there = names.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id.Value).Select(c => (c.Id, c.Name)).ToList();
        var number = there.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        return ([.. places.Select(p => p.Address is { } door && around.TryGetValue(door, out var circle) ? number[circle] : -1)], there);
    }

    private static ProposedCircle Numbered(CircleProposalId proposal, int number, IReadOnlyList<(CircleId Id, string Name)> there) =>
        number < there.Count
            ? new() { Proposal = proposal, Number = number, Continues = there[number].Id, Name = there[number].Name }
            : new() { Proposal = proposal, Number = number };

    /// <summary>Solves beside the database; null when the proposal was thrown away meanwhile.</summary>
    private async Task<CirclePlan?> SolveAsync(CircleProposalId id, CircleProblem problem, CancellationToken ct)
    {
        using var thrownAway = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var progress = Channel.CreateUnbounded<int>();
        var stop = Stop.AfterMoves(Math.Min(MostMoves, MovesALink * problem.Walks.Links));
        var solving = Task.Run(() => Solve(problem, stop, progress.Writer, thrownAway.Token), ct);
        await foreach (var share in progress.Reader.ReadAllAsync(ct))
        {
            var told = await db
                .CircleProposals.Where(p => p.Id == id && p.State == ProposalState.Working)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Progress, share), ct);
            if (told == 0)
                await thrownAway.CancelAsync();
        }
        var plan = await solving;
        return await db.CircleProposals.AnyAsync(p => p.Id == id, ct) ? plan : null;
    }

    private static CirclePlan Solve(CircleProblem problem, Stop stop, ChannelWriter<int> progress, CancellationToken ct)
    {
        var told = 0;
        try
        {
            return CircleSolver.Solve(problem, stop, Seed, Tell, ct);
        }
        finally
        {
            progress.Complete();
        }

        void Tell(CircleProgress now)
        {
            var share = (int)(now.Share * 100) / ToldEachPerCent * ToldEachPerCent;
            if (share > told && progress.TryWrite(told = share))
                return;
        }
    }
}
