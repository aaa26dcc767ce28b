using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Duplicates;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.Directory.Organisations;
using Nabij.Modules.People.Contracts;

namespace Nabij.Demo.Feeds;

/// <summary>
/// 35 organisations and their calendars, put on three weeks ago. Since then one was taken away, some are down or moved, some fell
/// silent and some changed.
/// </summary>
public sealed class FeedsOfAPlace(Neighbourhood place, StoryDays days, FictitiousNumbers numbers)
{
    private static readonly int[] DaysOnWhichItIsLater = [9, 8, 1, 0];

    /// <summary>How many calendars there are now.</summary>
    public async Task<int> AddAsync(Actor keeper, FeedServer calendars)
    {
        calendars.IsLater = false;
        place.Stage.Clock.MoveTo(days.DaysAgo(21, hour: 10));
        var added = 0;
        foreach (var organisation in FeedOrganisations.All)
            added += await AddAsync(organisation, keeper) ? 1 : 0;
        calendars.IsLater = true;
        foreach (var day in DaysOnWhichItIsLater)
        {
            place.Stage.Clock.MoveTo(days.DaysAgo(day, hour: 6));
            await place.Stage.ActAsync(async scope =>
            {
                await scope.GetRequiredService<FetchFeedsJob>().RunAsync(CancellationToken.None);
                return true;
            });
        }
        await place.Stage.ActAsync(scope => scope.GetRequiredService<FindDuplicates>().HandleAsync(CancellationToken.None));
        return added;
    }

    private async Task<bool> AddAsync(FeedOrganisation organisation, Actor keeper)
    {
        var details = new OrganisationDetails(organisation.Name, "Houdt een eigen agenda bij.", PhoneNumber.Written(numbers.NextLandline()), null, []);
        (await place.Stage.ActAsync(scope => scope.GetRequiredService<KeepOrganisation>().HandleAsync(null, details, CancellationToken.None), keeper)).Accept();
        var id = await place.Stage.ActAsync(scope => scope.GetRequiredService<NabijDb>().Organisations.Where(o => o.Name == organisation.Name).OrderByDescending(o => o.Id).Select(o => o.Id).FirstAsync());
        var (feed, refused) = await place.Stage.ActAsync(scope => scope.GetRequiredService<AddFeed>().FromAddressAsync(id, DemoCalendars.AddressOf(organisation).AbsoluteUri, CancellationToken.None), keeper);
        if (feed is not { } added || refused is not null)
            return false; // another program listens there
        (await place.Stage.ActAsync(scope => scope.GetRequiredService<KeepFeed>().PutOnAsync(added, CancellationToken.None), keeper)).Accept();
        return true;
    }
}
