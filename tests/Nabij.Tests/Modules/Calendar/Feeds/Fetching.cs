using System.Net;
using Nabij.Kernel.Outgoing;
using Nabij.Modules.Calendar.Feeds.Fetching;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>Fetches as the platform does, with names and patience of the test's own.</summary>
internal sealed class Fetching : IDisposable
{
    private readonly HttpClient http;
    private readonly FeedSettings settings;
    private readonly TimeProvider time;

    public Fetching(FeedSettings settings, IResolveNames? names = null, TimeProvider? time = null)
    {
        (this.settings, this.time) = (settings, time ?? TimeProvider.System);
        http = new HttpClient(new PublicConnections(names ?? new DomainNames(), settings.Trusts).NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public static FeedSettings From(params FeedHost[] hosts) => new() { AlsoFrom = [.. hosts.Select(h => h.At.ToString())], Patience = TimeSpan.FromMinutes(5), PatienceInSilence = TimeSpan.FromMinutes(5) };

    public Task<Fetched> AskAsync(Uri address, FeedVersion? known = null) =>
        new FetchFeed(http, settings, time).HandleAsync(address, known ?? FeedVersion.None, TestContext.Current.CancellationToken);

    public void Dispose() => http.Dispose();
}

/// <summary>A book of names: each question gets the next answer, the last one again and again.</summary>
internal sealed class Names(params IReadOnlyList<string> answers) : IResolveNames
{
    private int asked;

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct) =>
        IPAddress.TryParse(host, out var literal)
            ? Task.FromResult<IReadOnlyList<IPAddress>>([literal])
            : Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse(answers[Math.Min(asked++, answers.Count - 1)])]);
}

/// <summary>A clock for patience that runs only when the test says so.</summary>
internal sealed class SandGlass : TimeProvider
{
    private readonly List<Grain> grains = [];
    private DateTimeOffset now = new(2026, 6, 2, 7, 10, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var grain = new Grain(this, callback, state);
        lock (grains)
            grains.Add(grain);
        grain.Change(dueTime, period);
        return grain;
    }

    public void Run(TimeSpan by)
    {
        List<Grain> due;
        lock (grains)
        {
            now += by;
            due = [.. grains.Where(g => g.DueAt <= now)];
        }
        foreach (var grain in due)
            grain.Fall();
    }

    private sealed class Grain(SandGlass glass, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (glass.grains)
                DueAt = dueTime < TimeSpan.Zero ? null : glass.now + dueTime;
            return true;
        }

        public void Fall()
        {
            DueAt = null;
            callback(state);
        }

        public void Dispose() => DueAt = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
