using Nabij.Kernel;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Reach.Telling;

/// <summary>The stand-in hears, by their own channel, that something has been late for a day.</summary>
public sealed class TellStandIn(IReach reach) : IHandle<FollowUpIsLate>
{
    public Task HandleAsync(FollowUpIsLate happened, CancellationToken ct)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        reach.Tell(
            happened.StandIn,
            new Message(Subject.Of(happened.FollowUp), "Reach.LateForStandIn", words) { MayWait = true }
        );
        return Task.CompletedTask;
    }
}
