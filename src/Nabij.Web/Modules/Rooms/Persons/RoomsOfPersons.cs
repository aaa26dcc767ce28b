using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Persons;

/// <summary>Which rooms somebody has or had, and for which they answer or bring the key.</summary>
public sealed class RoomsOfPersons(NabijDb db, IReach reach, IFollowUps followUps, RoomNews news, Changes changes, Texts texts) : IAnswerForPersons
{
    private const int AtOnce = 200;

    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Room, "rooms", ["Contact", "Caretaker"], "KeyWhere", "KeyCode"),
        new(Retention.Booking, "room_bookings", ["BookedFor", "AskedBy"], "Purpose"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime => [new(Retention.Booking, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var bookings = await db.Bookings.AsNoTracking().Include(b => b.Dates).Where(b => b.BookedFor == person || b.AskedBy == person).OrderBy(b => b.AskedAt).ThenBy(b => b.Id).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.Contact == person || r.Caretaker == person).OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(ct);
        return
        [
            .. bookings.Select(b => new KeptRecord(Retention.Booking, b.AskedAt, [.. FactsOf(b)])),
            .. rooms.Select(name => new KeptRecord(Retention.Room, null, ("Kept.Fact.ContactOf", name))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var room in await db.Rooms.Where(r => r.Contact == person || r.Caretaker == person).ToListAsync(ct))
            room.Loses(person);
        var theirs = await db.Bookings.Include(b => b.Dates).ThenInclude(d => d.Quarters).Where(b => b.BookedFor == person).ToListAsync(ct);
        foreach (var booking in theirs.Where(b => b.IsOpen))
            await EndAsync(booking, ct);
        await WhatWasSaidOfAsync(theirs, ct);
        foreach (var booking in theirs)
            booking.Forget(changes.Now);
    }

    /// <summary>The room is free again; the owner hears so, without a name.</summary>
    private async Task EndAsync(Booking booking, CancellationToken ct)
    {
        var room = await db.Rooms.SingleAsync(r => r.Id == booking.Room, ct);
        var dates = booking.Held.ToList();
        if (booking.Cancel(changes.Now) is not null)
            return;
        booking.Forget(changes.Now);
        await news.ForgetAsync(booking, dates, ct);
        await news.TellOwnerFreeAsync(booking, room, dates, ct);
        await changes.FollowAsync(booking, room, null, ct);
    }

    private IEnumerable<(string, string)> FactsOf(Booking booking)
    {
        if (booking.ForgottenAt is null)
            yield return ("Kept.Fact.Title", booking.Purpose);
        if (booking.Dates.Count > 0)
            yield return ("Kept.Fact.When", texts.Dates(booking.Dates));
        yield return ("Kept.Fact.State", texts[booking.State]);
    }

    private IQueryable<Booking> Past(Instant before)
    {
        var open = AllowedChanges.OpenStates;
        return db.Bookings.Where(b => b.ForgottenAt == null && b.StateSince < before && !open.Contains(b.State));
    }

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        while (await Past(before).Include(b => b.Dates).OrderBy(b => b.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } past)
        {
            await WhatWasSaidOfAsync(past, ct);
            foreach (var booking in past)
                booking.Forget(changes.Now);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What was told about these bookings, and what the desk wrote beside them.</summary>
    private async Task WhatWasSaidOfAsync(IReadOnlyCollection<Booking> bookings, CancellationToken ct)
    {
        Guid[] ids = [.. bookings.Select(b => b.Id.Value)];
        Guid[] dates = [.. bookings.SelectMany(b => b.Dates).Select(d => d.Id.Value)];
        await reach.ForgetAsync(nameof(Booking), ids, ct);
        await reach.ForgetAsync(nameof(BookedDate), dates, ct);
        await followUps.ForgetAsync(nameof(Booking), ids, ct);
        await followUps.ForgetAsync(Changes.TroubleKind, ids, ct);
    }
}
