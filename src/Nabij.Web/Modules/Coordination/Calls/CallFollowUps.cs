using Nabij.Kernel;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>A call that has not become anything yet stands with who took it; a signal with the desk. Saved by the caller.</summary>
public sealed class CallFollowUps(IFollowUps followUps, IClock clock)
{
    private static readonly Duration TimeToFinish = Duration.FromHours(4);
    private static readonly Duration TimeToLook = Duration.FromDays(1);

    public Task ReviewAsync(Call call, CancellationToken ct) =>
        call.IsOpen ? followUps.OpenOnceAsync(About(call), ct) : followUps.CloseAsync(Subject.Of(call.Id), ct);

    private NewFollowUp About(Call call)
    {
        var isSignal = call.Kind is CallKind.Signal;
        return new(
            Subject.Of(call.Id),
            $"Coordination.FollowUp.{call.Kind}",
            call.Words,
            $"telefoon/{call.Id.Value}",
            clock.GetCurrentInstant() + (isSignal ? TimeToLook : TimeToFinish),
            isSignal ? null : call.TakenBy
        );
    }
}
