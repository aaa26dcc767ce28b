using Nabij.Kernel.Outbox;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Afterwards;

/// <summary>Who helped and who was helped were heard in their circle.</summary>
public sealed class HeardByHelping(IHeardFrom heard, IClock clock) : IHandle<HelpWorked>
{
    public Task HandleAsync(HelpWorked happened, CancellationToken ct) =>
        heard.HearAsync(
            happened.Helper is { } helper ? [happened.AskedFor, helper] : [happened.AskedFor],
            clock.GetCurrentInstant().TodayAt(),
            ct
        );
}
