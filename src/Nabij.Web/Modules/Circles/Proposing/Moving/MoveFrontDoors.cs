using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing.Moving;

/// <summary>Moves a street or one front door of a proposal to the circle beside it, parts a circle in two, or takes the last move back.</summary>
public sealed class MoveFrontDoors(NabijDb db, OpenProposal open, CurrentPerson person, Trail trail, IClock clock)
{
    /// <param name="id">The proposal.</param>
    /// <param name="seen">The edition that the person saw.</param>
    /// <param name="choice">What is moved.</param>
    /// <param name="to">The number of the circle that it comes into.</param>
    /// <param name="ct">Ends it.</param>
    public Task<Refusal?> HandleAsync(CircleProposalId id, int seen, DoorChoice choice, int to, CancellationToken ct) =>
        ChangeAsync(id, seen, sketch => MoveAsync(sketch, choice.In(sketch), to, ct), ct);

    public Task<Refusal?> PartAsync(CircleProposalId id, int seen, int circle, CancellationToken ct) =>
        ChangeAsync(
            id,
            seen,
            async sketch =>
            {
                if (sketch.Find(circle) is not { } large || sketch.SplitOf(large) is not { } split)
                    return new CircleCannotBeParted();
                var next = await db.ProposedCircles.Where(c => c.Proposal == id).MaxAsync(c => c.Number, ct) + 1;
                db.Add(new ProposedCircle { Proposal = id, Number = next });
                await PutAsync(id, split.Leaving, next, ct);
                return null;
            },
            ct
        );

    public Task<Refusal?> TakeBackAsync(CircleProposalId id, int seen, CancellationToken ct) =>
        ChangeAsync(
            id,
            seen,
            async sketch =>
            {
                if (await db.HandMoves.LastOfAsync(id, ct) is not { } last)
                    return new NothingToTakeBack();
                if (sketch.Find(last.To)?.Became is not null || sketch.Find(last.From)?.Became is not null)
                    return new CircleWasTakenOver();
                foreach (var number in last.Numbers)
                    sketch.Places[number].Circle = last.From;
                db.Remove(last);
                return null;
            },
            ct
        );

    private async Task<Refusal?> ChangeAsync(CircleProposalId id, int seen, Func<ProposalSketch, Task<Refusal?>> change, CancellationToken ct)
    {
        if (await db.CircleProposals.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return new NoSuchProposal();
        if (proposal.RefusalOfChange(seen) is { } early)
            return early;
        if (await change(await open.ToChangeAsync(proposal, ct)) is { } refusal)
            return refusal;
        proposal.Changed();
        trail.Note(Subject.Of(id), null, "Circles.Trail.ProposalChanged");
        return await db.TrySaveAsync(ct) ? null : new ProposalChangedMeanwhile();
    }

    private async Task<Refusal?> MoveAsync(ProposalSketch sketch, IReadOnlyList<ProposedPlace> moved, int to, CancellationToken ct)
    {
        if (MoveRules.Refusal(sketch, moved, to) is { } refusal)
            return refusal;
        await PutAsync(sketch.Proposal.Id, moved, to, ct);
        return null;
    }

    private async Task PutAsync(CircleProposalId id, IReadOnlyList<ProposedPlace> moved, int to, CancellationToken ct)
    {
        var last = await db.HandMoves.LastOfAsync(id, ct);
        db.Add(
            new HandMove
            {
                Proposal = id,
                Sequence = (last?.Sequence ?? 0) + 1,
                From = moved[0].Circle,
                To = to,
                Places = HandMove.Written(moved.Select(p => p.Number)),
                By = person.Id,
                At = clock.GetCurrentInstant(),
            }
        );
        foreach (var place in moved)
            place.Circle = to;
    }
}

/// <summary>What is moved: all front doors of a street that are in one circle, or one front door.</summary>
public sealed record DoorChoice(int Circle, string? Street, int? Door)
{
    public IReadOnlyList<ProposedPlace> In(ProposalSketch sketch) =>
        [
            .. sketch.PlacesOf(Circle).Where(p => Door is { } number ? p.Number == number : Street is { Length: > 0 } && p.Street == Street),
        ];
}
