using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Proposing;

/// <summary>Who sees to a proposal, and to asking residents: a district supporter, with another one as stand-in. Saved by the caller.</summary>
public sealed class FollowProposal(NabijDb db, IFollowUps followUps, IPeople people, IClock clock)
{
    private static readonly Duration TimeToDecide = Duration.FromDays(14);
    private static readonly Duration TimeToAsk = Duration.FromDays(21);

    public async Task OpenAsync(CircleProposal proposal, CancellationToken ct)
    {
        var standIn = (await SupportersAsync(ct)).Where(s => s != proposal.StartedBy).Select(s => (PersonId?)s).FirstOrDefault();
        var isStuck = proposal.State is ProposalState.Stuck;
        await followUps.OpenAsync(
            new(
                Subject.Of(proposal.Id),
                isStuck ? "Circles.FollowUp.ProposalStuck" : "Circles.FollowUp.Proposal",
                proposal.Name,
                $"cirkels/voorstellen/{proposal.Id.Value}",
                clock.GetCurrentInstant() + (isStuck ? Duration.Zero : TimeToDecide),
                proposal.StartedBy,
                standIn,
                proposal.Buurt
            ),
            ct
        );
    }

    public Task CloseAsync(CircleProposal proposal, CancellationToken ct) => followUps.CloseAsync(Subject.Of(proposal.Id), ct);

    public Task OpenAsync(AskRound round, CancellationToken ct) =>
        followUps.OpenAsync(
            new(
                Subject.Of(round.Id),
                "Circles.FollowUp.AskResidents",
                round.Name,
                $"cirkels/vragen/{round.Id.Value}",
                clock.GetCurrentInstant() + TimeToAsk,
                round.Owner,
                round.StandIn
            ),
            ct
        );

    public Task CloseAsync(AskRound round, CancellationToken ct) => followUps.CloseAsync(Subject.Of(round.Id), ct);

    /// <summary>The district supporters, by name.</summary>
    public async Task<IReadOnlyList<PersonCard>> SupporterCardsAsync(CancellationToken ct) =>
        [.. (await people.FindAsync(await SupportersAsync(ct), ct)).Values.OrderBy(c => c.FullName, StringComparer.CurrentCulture).ThenBy(c => c.Id.Value)];

    public async Task<IReadOnlyList<PersonId>> SupportersAsync(CancellationToken ct) =>
        [
            .. (await db.RoleAssignments.Current.Where(a => a.Role == Role.DistrictSupporter).Select(a => a.Person).Distinct().ToListAsync(ct)).OrderBy(p => p.Value),
        ];
}
