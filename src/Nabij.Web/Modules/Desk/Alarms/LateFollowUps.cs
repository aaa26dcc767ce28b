using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Nabij.Kernel.Data;

namespace Nabij.Modules.Desk.Alarms;

/// <summary>The metric <c>nabij.followups.late</c>: how many follow-ups are late in each community, as last counted.</summary>
public sealed class LateFollowUps
{
    private readonly ConcurrentDictionary<string, long> byCommunity = new(StringComparer.Ordinal);

    public LateFollowUps() => NabijMeter.Observe("nabij.followups.late", Read);

    public void Set(string community, long late) => byCommunity[community] = late;

    private IEnumerable<Measurement<long>> Read() =>
        byCommunity.Select(c => new Measurement<long>(c.Value, new KeyValuePair<string, object?>("community", c.Key)));
}
