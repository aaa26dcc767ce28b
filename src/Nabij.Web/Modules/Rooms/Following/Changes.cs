using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Following;

/// <summary>What every change of a booking brings with it, in the same save: a line on the trail and the follow-ups.</summary>
public sealed class Changes(NabijDb db, Trail trail, IFollowUps followUps, IClock clock)
{
    public const string TroubleKind = "BookingTrouble";
    private static readonly Duration ToSettle = Duration.FromDays(1);
    private HashSet<object> ofOthers = [];

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Saves; or, when somebody else was faster, forgets everything and says false.</summary>
    /// <param name="booking">What was changed.</param>
    /// <param name="room">The room it is about.</param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="by">Who did it, when that is not who is signed in: by a link, a text message or the telephone.</param>
    public async Task<bool> SaveAsync(Booking booking, Room room, CancellationToken ct, PersonId? by = null)
    {
        await FollowAsync(booking, room, by, ct);
        return await TrySaveAsync(ct);
    }

    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        if (await db.TrySaveAsync(ct))
            return true;
        Forget();
        return false;
    }

    /// <summary>The trail and the follow-ups, for who saves several bookings at once.</summary>
    public async Task FollowAsync(Booking booking, Room room, PersonId? by, CancellationToken ct)
    {
        if (HasChangedState(booking))
            Note(booking, booking.Reason, by);
        if (FollowUpRules.Of(booking.State) is { } rule)
            await OpenAsync(booking, room, Subject.Of(booking.Id), rule.Reason(booking), rule.NextDate(booking), ct);
        else
            await followUps.CloseAsync(Subject.Of(booking.Id), ct);
        if (!db.Entry(booking).Property(b => b.Trouble).IsModified)
            return;
        if (booking.Trouble is { } trouble)
            await OpenAsync(booking, room, TroubleAbout(booking), trouble, Now + ToSettle, ct);
        else
            await followUps.CloseAsync(TroubleAbout(booking), ct);
    }

    public void Note(Booking booking, string what, PersonId? by = null)
    {
        if (by is null)
            trail.Note(Subject.Of(booking.Id), booking.BookedFor, what);
        else
            trail.Note(Subject.Of(booking.Id), booking.BookedFor, what, by);
    }

    /// <summary>What is being changed now belongs to who called us: it stays when we forget what was ours.</summary>
    public void LeaveToCaller() => ofOthers = [.. db.ChangeTracker.Entries().Select(e => e.Entity)];

    public static string PathOf(Booking booking) => $"zalen/reserveringen/{booking.Id.Value}";

    private void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => !ofOthers.Contains(e.Entity)).ToList())
            entry.State = EntityState.Detached;
    }

    private Task OpenAsync(Booking booking, Room room, Subject about, string reason, Instant next, CancellationToken ct) =>
        followUps.OpenAsync(
            new NewFollowUp(about, reason, $"{room.Name}: {booking.Purpose}", PathOf(booking), next, Buurt: room.Buurt),
            ct
        );

    private bool HasChangedState(Booking booking) =>
        db.Entry(booking) is var entry && (entry.State == EntityState.Added || entry.Property(b => b.State).IsModified);

    /// <summary>What went wrong stands beside the booking's own follow-up.</summary>
    private static Subject TroubleAbout(Booking booking) => new(TroubleKind, booking.Id.Value);
}
