using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>Who hears what of a chain: the stand-in that she begins, who has the key that he must look. Saved by the caller.</summary>
public sealed class ChainNews(IReach reach, IPeople people, IPlaces places, TextCatalogue texts, CurrentCommunity community)
{
    /// <summary>What who has the key may answer.</summary>
    public const string AllWell = "AllWell";
    public const string HelpIsNeeded = "HelpIsNeeded";

    public async Task YouStartAsync(ChainRun run, CallChain chain, CancellationToken ct)
    {
        var (starter, usual) = (run.Starter, chain.Links[0].Person);
        var cards = await people.FindAsync([starter, usual], ct);
        var words = Words(cards.GetValueOrDefault(usual), cards.GetValueOrDefault(starter), run.StartsAt);
        reach.Tell(starter, new(Subject.Of(run.Id), "Circles.Chain.YouStart", words) { NotAfter = run.AlarmsAt });
    }

    /// <summary>By their own channel: mail, text, a line on the call list, a paper in the hand of who rides by.</summary>
    public async Task LookAsync(ChainCall call, Instant now, CancellationToken ct)
    {
        if (call.KeyHolder is not { } keyHolder)
            return;
        var cards = await people.FindAsync([keyHolder, call.Called], ct);
        var called = cards.GetValueOrDefault(call.Called);
        var words = Words(called, cards.GetValueOrDefault(keyHolder), now);
        words["where"] = called?.Home is { } home ? (await places.FindAsync([home], ct)).GetValueOrDefault(home)?.FrontDoor ?? "" : "";
        reach.Tell(keyHolder, new(Subject.Of(call.Id), "Circles.Chain.Look", words) { EvenAtNight = true, Answers = [AllWell, HelpIsNeeded] });
    }

    public Task ForgetAsync(ChainCall call, CancellationToken ct) => reach.CancelAsync(Subject.Of(call.Id), ct);

    private Dictionary<string, string> Words(PersonCard? about, PersonCard? reader, Instant at) =>
        new(StringComparer.Ordinal)
        {
            ["who"] = about?.FullName ?? "",
            ["when"] = texts.In(reader?.Language).Moment(at),
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };
}
