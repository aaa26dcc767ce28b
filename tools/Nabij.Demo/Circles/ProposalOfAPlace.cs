using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing.Computing;
using Nabij.Modules.Circles.Proposing.Starting;

namespace Nabij.Demo.Circles;

/// <summary>In one place the desk had a proposal made for a buurt, and has yet to look at it.</summary>
public sealed class ProposalOfAPlace(Neighbourhood place, StoryDays days)
{
    private const string Buurt = "BU05320100"; // Bovenkarspel-Centrum
    private static readonly BarrierLine Road = new("de Hoofdstraat", [new(5.2405, 52.7035), new(5.2465, 52.7040), new(5.2575, 52.7045)]);

    public async Task AddAsync()
    {
        if (place.Town != FourTowns.StedeBroec)
            return;
        place.Stage.Clock.MoveTo(days.DaysAgo(1, hour: 15));
        var supporter = place.First(Role.DistrictSupporter);
        var id = CircleProposalId.New();
        var wish = new ProposalWish(Buurt, CircleProposal.UsualTarget, CirclesThereAre.Adjust, [Road]);
        (await place.Stage.ActAsync<Refusal?>(scope => scope.GetRequiredService<StartProposal>().HandleAsync(id, wish, supporter.Person, CancellationToken.None), supporter)).Accept();
        await place.Stage.ActAsync(async scope =>
        {
            await scope.GetRequiredService<ComputeProposal>().HandleAsync(id, CancellationToken.None);
            return true;
        });
    }
}
