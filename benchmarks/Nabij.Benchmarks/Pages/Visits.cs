using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Nabij.Kernel.Data;

namespace Nabij.Benchmarks.Pages;

/// <summary>All visits to one page of one town, over all rounds.</summary>
internal sealed class Visits(ServedTown town, int page)
{
    private readonly List<double> milliseconds = [];
    private double seconds;
    private long allocated;

    public int Size => town.Size;
    public string Page => town.Pages[page].Name;
    public int Queries { get; private set; }
    public double PerSecond => milliseconds.Count / seconds;
    public double KilobytesEach => allocated / 1000.0 / milliseconds.Count;

    public double Percentile(int percent)
    {
        milliseconds.Sort();
        return milliseconds[Math.Min(milliseconds.Count - 1, milliseconds.Count * percent / 100)];
    }

    /// <summary>So many clients visit it one after another, for so long; those of the first round, that warms up, do not count.</summary>
    public async Task RoundAsync(HttpClient http, int clients, TimeSpan length, bool counts)
    {
        using var queries = Listen();
        var (start, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var rounds = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => ClientAsync(http, start, length)));
        if (!counts)
            return;
        seconds += start.Elapsed.TotalSeconds;
        allocated += GC.GetTotalAllocatedBytes() - before;
        milliseconds.AddRange(rounds.SelectMany(r => r));
    }

    private async Task<List<double>> ClientAsync(HttpClient http, Stopwatch start, TimeSpan length)
    {
        var taken = new List<double>();
        var mark = town.Pages[page].HasNewest ? await MarkAsync(http) : null;
        while (start.Elapsed < length)
        {
            var visit = Stopwatch.GetTimestamp();
            using var response = await AskAsync(http, mark);
            await response.Content.ReadAsByteArrayAsync();
            taken.Add(Stopwatch.GetElapsedTime(visit).TotalMilliseconds);
        }
        return taken;
    }

    private async Task<string> MarkAsync(HttpClient http)
    {
        using var first = await AskAsync(http, mark: null);
        return first.Headers.ETag!.Tag;
    }

    /// <summary>Who has the newest already is to hear so.</summary>
    private async Task<HttpResponseMessage> AskAsync(HttpClient http, string? mark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(town.Address, town.Pages[page].Path));
        if (town.Pages[page].Cookie is { } cookie)
            request.Headers.Add("Cookie", cookie);
        if (mark is not null)
            request.Headers.Add("If-None-Match", mark);
        var response = await http.SendAsync(request);
        var expected = mark is null ? HttpStatusCode.OK : HttpStatusCode.NotModified;
        return response.StatusCode == expected ? response : throw new InvalidOperationException($"{request.RequestUri} answered {response.StatusCode}.");
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument == NabijMeter.Queries)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, queries, _, _) => Queries = Math.Max(Queries, queries));
        listener.Start();
        return listener;
    }
}
