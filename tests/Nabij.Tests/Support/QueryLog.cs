using System.Diagnostics.Metrics;
using Nabij.Kernel.Data;

namespace Nabij.Tests.Support;

/// <summary>
/// Hears how many SQL commands each request sent, as the platform reports it to OpenTelemetry: the requests of the test that
/// made this log, not of others that run beside it.
/// </summary>
public sealed class QueryLog : IDisposable
{
    private static readonly AsyncLocal<QueryLog?> OfThisTest = new();
    private static readonly Histogram<int> Queries = NabijMeter.Queries; // there before anybody listens

    private readonly MeterListener listener = new();
    private readonly Dictionary<string, int> most = new(StringComparer.Ordinal);

    public QueryLog()
    {
        OfThisTest.Value = this;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument == Queries)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>(
            (_, queries, tags, _) =>
            {
                if (OfThisTest.Value != this)
                    return;
                var route = (string)tags[0].Value!;
                lock (most)
                    most[route] = Math.Max(queries, most.GetValueOrDefault(route));
            }
        );
        listener.Start();
    }

    /// <summary>The most commands that one request to this route pattern sent.</summary>
    public int MostOf(string route)
    {
        lock (most)
            return most.GetValueOrDefault(route);
    }

    public IReadOnlyDictionary<string, int> Most
    {
        get
        {
            lock (most)
                return new Dictionary<string, int>(most, StringComparer.Ordinal);
        }
    }

    public void Dispose() => listener.Dispose();
}
