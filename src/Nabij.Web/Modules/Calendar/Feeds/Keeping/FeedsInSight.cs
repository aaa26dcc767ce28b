using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>The feeds that one may see: the desk all of them, an editor those of the own organisation.</summary>
public sealed class FeedsInSight(NabijDb db, IDirectory directory, CurrentPerson person)
{
    private const int HistoryShown = 12;

    public bool MayKeep(OrganisationId organisation) => person.Is(Role.DistrictSupporter) || person.Is(Role.Editor, organisation.Value);

    /// <summary>The organisations of which one may keep the calendar, by name.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> OrganisationsAsync(CancellationToken ct) =>
        [.. (await directory.AllAsync(ct)).Where(o => MayKeep(o.Id))];

    /// <summary>Those that need somebody first.</summary>
    public async Task<IReadOnlyList<FeedRow>> ListAsync(CancellationToken ct)
    {
        var names = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        var feeds = await db.Feeds.AsNoTracking().Of(Mine()).Where(f => f.State != FeedState.Stopped).ToListAsync(ct);
        return
        [
            .. feeds
                .Select(f => new FeedRow(f, names.GetValueOrDefault(f.Organisation, f.Name)))
                .OrderBy(r => Place(r.Feed))
                .ThenBy(r => r.Organisation, StringComparer.CurrentCulture)
                .ThenBy(r => r.Feed.Name, StringComparer.CurrentCulture),
        ];
    }

    public async Task<FeedView?> FindAsync(FeedId id, CancellationToken ct)
    {
        if (await db.Feeds.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } feed || !MayKeep(feed.Organisation))
            return null;
        var activities = db.Activities;
        var gone = await (
            from e in db.FeedEntries
            where e.Feed == id && e.GoneSince != null && e.Answer == null
            join a in activities on e.Activity equals a.Id
            orderby a.Title, a.Id
            select new GoneActivity(a.Id, a.Title, a.Venue.Name)
        ).ToListAsync(ct);
        return new(
            feed,
            (await directory.FindAsync(feed.Organisation, ct))!,
            await db.Activities.CountAsync(a => a.Feed == id, ct),
            gone,
            await db.FeedFindings.AsNoTracking().Where(f => f.Feed == id).OrderBy(f => f.Fault).ToListAsync(ct),
            await db.FeedFetches.AsNoTracking().Where(f => f.Feed == id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(HistoryShown).ToListAsync(ct)
        );
    }

    private IReadOnlyCollection<OrganisationId>? Mine() =>
        person.Is(Role.DistrictSupporter) || person.Roles.Any(r => r.Role is Role.Editor && r.Scope is null)
            ? null
            : [.. person.ScopesOf(Role.Editor).Select(s => new OrganisationId(s))];

    private static int Place(Feed feed) =>
        feed.State switch
        {
            FeedState.Failing => 0,
            FeedState.Silent => 1,
            _ when feed.ToAsk > 0 => 2,
            FeedState.Waiting => 3,
            _ => 4,
        };
}

public sealed record FeedRow(Feed Feed, string Organisation);

/// <summary>All that one wants to know of a feed.</summary>
public sealed record FeedView(
    Feed Feed,
    OrganisationCard Organisation,
    int Activities,
    IReadOnlyList<GoneActivity> Gone,
    IReadOnlyList<FeedFinding> Findings,
    IReadOnlyList<FeedFetch> History
);

public sealed record GoneActivity(Contracts.ActivityId Id, string Title, string Place);
