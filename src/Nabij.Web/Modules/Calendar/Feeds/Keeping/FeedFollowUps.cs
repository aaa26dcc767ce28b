using Nabij.Kernel;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>
/// Sees to it that somebody always has to do something about a feed: first who keeps the calendar of the organisation, then the
/// desk, by phone. Who keeps it also hears, by their own channel, that it fails or fell silent.
/// </summary>
public sealed class FeedFollowUps(IFollowUps followUps, IDirectory directory, IReach reach, CurrentCommunity community, IClock clock)
{
    /// <summary>Saved by the caller. <paramref name="change"/>: what just became of the feed.</summary>
    public async Task KeepAsync(Feed feed, FeedChange? change, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var isNews = change?.To is FeedState.Failing or FeedState.Silent;
        if (feed.Duty == feed.DutyAt(now, hasKeeper: true) && !isNews)
            return;
        var organisation = await directory.FindAsync(feed.Organisation, ct);
        var duty = feed.DutyAt(now, organisation?.ContactPerson is not null);
        if (isNews && organisation?.ContactPerson is { } keeper)
            Tell(keeper, feed, organisation.Name);
        if (!feed.TakesUp(duty))
            return;
        if (duty is FeedDuty.None)
            await followUps.CloseAsync(Subject.Of(feed.Id), ct);
        else
            await followUps.OpenAsync(FollowUpOf(feed, duty, organisation, now), ct);
    }

    private static NewFollowUp FollowUpOf(Feed feed, FeedDuty duty, OrganisationCard? organisation, Instant now) =>
        new(
            Subject.Of(feed.Id),
            $"Calendar.Feed.Duty.{duty}",
            organisation?.Name ?? feed.Name,
            $"agenda/bronnen/{feed.Id.Value}",
            feed.DueAt(duty, now),
            duty switch
            {
                FeedDuty.Ask or FeedDuty.Mend or FeedDuty.Fill => organisation?.ContactPerson,
                _ => null,
            }
        );

    private void Tell(PersonId keeper, Feed feed, string organisation) =>
        reach.Tell(
            keeper,
            new(Subject.Of(feed.Id), $"Calendar.Feed.Tell.{feed.State}", new Dictionary<string, string>(StringComparer.Ordinal) { ["organisation"] = organisation, ["community"] = community.Name })
            {
                MayWait = true,
            }
        );
}
