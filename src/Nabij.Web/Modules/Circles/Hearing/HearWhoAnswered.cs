using Nabij.Kernel.Outbox;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>Whoever was spoken to, or answered what they were asked, was heard: their circle need not call for that.</summary>
public sealed class HearWhoAnswered(IHeardFrom heard) : IHandle<PersonWasHeard>
{
    public Task HandleAsync(PersonWasHeard happened, CancellationToken ct) => heard.HearAsync([happened.Person], happened.At.TodayAt(), ct);
}
