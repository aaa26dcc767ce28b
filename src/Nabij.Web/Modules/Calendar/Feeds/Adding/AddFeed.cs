using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Fetching;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Calendar.Feeds.Reading;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Adding;

/// <summary>
/// Takes the calendar of an organisation, from an address or as a file, and keeps what it held, so that somebody can look at it
/// before it is put on.
/// </summary>
public sealed class AddFeed(NabijDb db, FetchFeed fetch, FeedFollowUps followUps, Trail trail, IClock clock)
{
    public async Task<(FeedId? Feed, Refusal? Refused)> FromAddressAsync(OrganisationId organisation, string typed, CancellationToken ct)
    {
        if (FeedAddress.Read(typed) is not { } address)
            return (null, new NoWebAddress());
        var others = await db.Feeds.AsNoTracking().Where(f => f.Organisation == organisation && f.State != FeedState.Stopped).ToListAsync(ct);
        if (others.Exists(f => f.Address == address.AbsoluteUri))
            return (null, new FeedIsKnown());
        return await fetch.HandleAsync(address, FeedVersion.None, ct) switch
        {
            Fetched.Content content => await AddAsync(NewFeed(organisation, FeedKind.Address, content.MovedTo ?? address), content.Bytes, ct),
            Fetched.Failed failed => (null, new FeedCannotBeRead(failed.Trouble)),
            _ => (null, new FeedCannotBeRead(FeedTrouble.NotACalendar)),
        };
    }

    public Task<(FeedId? Feed, Refusal? Refused)> FromFileAsync(OrganisationId organisation, byte[] file, CancellationToken ct) =>
        AddAsync(NewFeed(organisation, FeedKind.File, null), file, ct);

    private Feed NewFeed(OrganisationId organisation, FeedKind kind, Uri? address)
    {
        var feed = new Feed(organisation, kind, clock.GetCurrentInstant());
        if (address is not null)
            feed.ComeFrom(address);
        return feed;
    }

    private async Task<(FeedId?, Refusal?)> AddAsync(Feed feed, byte[] bytes, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (bytes.Length > FeedFile.MaxBytes)
            return (null, new FeedFileTooLarge());
        var content = ReadFeed.From(bytes, TakeIn.Window(now));
        if (!content.IsCalendar)
            return (null, feed.Kind is FeedKind.File ? new FileIsNoCalendar() : new FeedCannotBeRead(FeedTrouble.NotACalendar));
        feed.Call(content.Name);
        db.Add(feed);
        db.Add(new FeedFile(feed.Id, bytes, now));
        db.AddRange(ImportFeed.NewWords(feed, content, []));
        trail.Note(Subject.Of(feed.Id), null, "Calendar.Feed.Trail.Added");
        await followUps.KeepAsync(feed, null, ct);
        await db.SaveChangesAsync(ct);
        return (feed.Id, null);
    }
}
