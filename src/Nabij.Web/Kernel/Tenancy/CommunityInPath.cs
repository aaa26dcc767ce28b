using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;

namespace Nabij.Kernel.Tenancy;

/// <summary>
/// Takes the community off the front of the path: <c>/stede-broec/bureau</c> becomes the page <c>/bureau</c> in the
/// community Stede Broec. Pages say <c>@page "/bureau"</c> and link to <c>href="bureau"</c>; none knows the slug.
/// </summary>
public sealed class CommunityInPath(RequestDelegate next, CommunityDirectory communities)
{
    public async Task InvokeAsync(HttpContext http, CurrentCommunity current)
    {
        if (FirstSegment(http.Request.Path) is { } slug && await communities.FindAsync(slug, http.RequestAborted) is { } community)
        {
            current.Enter(community);
            http.Request.PathBase = http.Request.PathBase.Add($"/{slug}");
            http.Request.Path = http.Request.Path.Value![(slug.Length + 1)..] is { Length: > 0 } rest ? rest : "/";
        }
        else if (FirstSegment(http.Request.PathBase) is { } entered && await communities.FindAsync(entered, http.RequestAborted) is { } same)
        {
            current.Enter(same); // the page that tells what went wrong in this community
        }
        await next(http);
    }

    private static string? FirstSegment(PathString path)
    {
        var value = path.Value;
        if (value is not { Length: > 1 and < 200 })
            return null;
        var end = value.IndexOf('/', 1);
        return end < 0 ? value[1..] : value[1..end];
    }
}

/// <summary>All communities by slug, remembered for a minute: they are few, and each request asks.</summary>
public sealed class CommunityDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private volatile Snapshot? snapshot;

    public async Task<Community?> FindAsync(string slug, CancellationToken ct) =>
        (await CurrentAsync(ct)).BySlug.GetValueOrDefault(slug);

    public async Task<IReadOnlyCollection<Community>> AllAsync(CancellationToken ct) =>
        (await CurrentAsync(ct)).BySlug.Values;

    /// <summary>Looks again at the next question: a community was added or changed.</summary>
    public void Forget() => snapshot = null;

    private async Task<Snapshot> CurrentAsync(CancellationToken ct)
    {
        if (snapshot is { } known && time.GetElapsedTime(known.TakenAt) < Remembered)
            return known;

        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<NabijDb>().Communities.AsNoTracking().ToListAsync(ct);
        return snapshot = new(time.GetTimestamp(), all.ToDictionary(c => c.Slug, StringComparer.Ordinal));
    }

    private sealed record Snapshot(long TakenAt, Dictionary<string, Community> BySlug);
}

/// <summary>A page that also exists outside a community, such as the list of communities.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutCommunityAttribute : Attribute;
