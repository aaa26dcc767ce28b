using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>The metric <c>nabij.messages.age</c>: seconds that the oldest message of each community is overdue.</summary>
public sealed class MessageAge
{
    private readonly ConcurrentDictionary<string, long> byCommunity = new(StringComparer.Ordinal);

    public MessageAge() => NabijMeter.Observe("nabij.messages.age", Read);

    public void Set(string community, Instant now, Instant? oldest) =>
        byCommunity[community] = oldest is { } due ? (long)(now - due).TotalSeconds : 0;

    private IEnumerable<Measurement<long>> Read() =>
        byCommunity.Select(c => new Measurement<long>(c.Value, new KeyValuePair<string, object?>("community", c.Key)));
}
