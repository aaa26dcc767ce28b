using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Fetching;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>
/// Fetches every feed at its own rhythm. They are fetched side by side, for a slow one must not keep the others waiting, and
/// taken in one after another, each in a scope of its own: one that breaks something breaks only itself.
/// </summary>
public sealed partial class FetchFeedsJob(
    NabijDb db,
    FetchFeed fetch,
    IServiceScopeFactory scopes,
    CurrentCommunity community,
    IClock clock,
    ILogger<FetchFeedsJob> log
) : ICommunityJob
{
    private const int AtOnce = 12;
    private const int DaysOfHistory = 90;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Feeds.AsNoTracking().DueAt(now).ToListAsync(ct);
        foreach (var feeds in due.Chunk(AtOnce))
        {
            var came = new ConcurrentDictionary<FeedId, Fetched>();
            await Parallel.ForEachAsync(feeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (feed, stop) => came[feed.Id] = await FetchAsync(feed, stop));
            foreach (var feed in feeds)
                await TakeInAsync(feed.Id, came[feed.Id], ct);
        }
        var old = now - Duration.FromDays(DaysOfHistory);
        await db.FeedFetches.Where(f => f.At < old).ExecuteDeleteAsync(ct);
    }

    private Task<Fetched> FetchAsync(Feed feed, CancellationToken ct) =>
        feed.Kind is FeedKind.Address
            ? fetch.HandleAsync(new Uri(feed.Address), new(feed.ETag, feed.LastModified), ct)
            : Task.FromResult<Fetched>(new Fetched.AsBefore());

    private async Task TakeInAsync(FeedId id, Fetched fetched, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community.Entered);
            var feed = await scope.ServiceProvider.GetRequiredService<NabijDb>().Feeds.SingleAsync(f => f.Id == id, ct);
            if (feed.IsRead)
                await scope.ServiceProvider.GetRequiredService<TakeIn>().HandleAsync(feed, fetched, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure, id.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Id} was not taken in")]
    private static partial void LogFailure(ILogger logger, Exception failure, Guid id);
}
