using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Keeping;

/// <summary>Adds a room, changes it, closes it for some days, or lets it go. What was confirmed stays.</summary>
public sealed class KeepRoom(NabijDb db, Standings standings, Trail trail, IClock clock)
{
    public async Task<(RoomId? Room, Refusal? Refusal)> HandleAsync(RoomId? id, RoomDetails details, CancellationToken ct)
    {
        var room = id is { } known ? await FindAsync(known, ct) : new Room();
        if (room is null || !standings.MayKeep(details.Organisation))
            return (null, new NoSuchRoom());
        if (room.Describe(details) is { } refusal)
            return (null, refusal);
        if (id is null)
            db.Add(room);
        return (room.Id, await SaveAsync(room, "RoomChange.Described", ct));
    }

    public async Task<Refusal?> CloseAsync(RoomId id, LocalDate first, LocalDate last, string why, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } room)
            return new NoSuchRoom();
        if (await db.BookedDates.HeldFrom(first, last).AnyAsync(d => d.Room == id, ct))
            return new RoomClosureHasBookings();
        return room.Close(first, last, why) ?? await SaveAsync(room, "RoomChange.Closed", ct);
    }

    public async Task<Refusal?> ReopenAsync(RoomId id, Guid closure, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } room)
            return new NoSuchRoom();
        room.Reopen(closure);
        return await SaveAsync(room, "RoomChange.Reopened", ct);
    }

    public async Task<Refusal?> LeaveAsync(RoomId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } room)
            return new NoSuchRoom();
        var today = clock.GetCurrentInstant().TodayAt();
        if (await db.BookedDates.AnyAsync(d => d.Room == id && d.State == BookedDateState.Held && d.Date >= today, ct))
            return new RoomClosureHasBookings();
        room.Leave(clock.GetCurrentInstant());
        return await SaveAsync(room, "RoomChange.NoLongerLent", ct);
    }

    private async Task<Room?> FindAsync(RoomId id, CancellationToken ct)
    {
        var room = await db.Rooms.WithHours.SingleOrDefaultAsync(r => r.Id == id && r.LeftAt == null, ct);
        return room is not null && standings.MayKeep(room.Organisation) ? room : null;
    }

    private async Task<Refusal?> SaveAsync(Room room, string what, CancellationToken ct)
    {
        trail.Note(Subject.Of(room.Id), room.Contact, what);
        return await db.TrySaveAsync(ct) ? null : new RoomBookingChanged();
    }
}
