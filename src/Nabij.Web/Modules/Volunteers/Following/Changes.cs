using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Volunteers.Domain;
using NodaTime;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>What every change brings with it, in the same save: a line on the trail and the follow-up.</summary>
public sealed class Changes(NabijDb db, Trail trail, IFollowUps followUps, ICircles circles, IClock clock)
{
    private HashSet<object> ofOthers = [];

    public Instant Now => clock.GetCurrentInstant();
    public LocalDate Today => Now.TodayAt();

    /// <summary>Saves; or, when somebody else was faster, forgets everything and says false.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        if (await db.TrySaveAsync(ct))
            return true;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => !ofOthers.Contains(e.Entity)).ToList())
            entry.State = EntityState.Detached;
        return false;
    }

    /// <summary>What is being changed now belongs to who called us: it stays when we forget what was ours.</summary>
    public void LeaveToCaller() => ofOthers = [.. db.ChangeTracker.Entries().Select(e => e.Entity)];

    public void Note<TId>(TId subject, PersonId? about, string what, PersonId? by = null)
        where TId : struct, ITypedId<TId>
    {
        if (by is null)
            trail.Note(Subject.Of(subject), about, what);
        else
            trail.Note(Subject.Of(subject), about, what, by);
    }

    /// <param name="volunteer">Who went a step further.</param>
    /// <param name="name">As the desk reads it.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task FollowAsync(Volunteer volunteer, string name, CancellationToken ct)
    {
        if (db.Entry(volunteer) is var entry && (entry.State == EntityState.Added || entry.Property(v => v.StateSince).IsModified))
            Note(volunteer.Id, volunteer.Person, volunteer.Reason);
        var about = Subject.Of(volunteer.Id);
        if (FollowUpRules.Of(volunteer.State) is { } rule)
            await followUps.OpenAsync(
                new(about, rule.Reason, name, PathOf(volunteer.Id), rule.NextDate(volunteer), volunteer.Mentor, volunteer.MentorStandIn),
                ct
            );
        else
            await followUps.CloseAsync(about, ct);
    }

    public async Task FollowAsync(Shift shift, PersonId? by, CancellationToken ct)
    {
        if (HasChangedState(shift))
            Note(shift.Id, shift.Lendings is [.., var last] ? last.Person : null, shift.Reason, by);
        if (FollowUpRules.Of(shift.State) is not { } rule)
        {
            await followUps.CloseAsync(Subject.Of(shift.Id), ct);
            return;
        }
        var circle = shift.Circle is { } id ? await circles.FindAsync(id, ct) : null;
        await followUps.OpenAsync(
            new(Subject.Of(shift.Id), rule.Reason, shift.Title, PathOf(shift.Id), rule.NextDate(shift), circle?.FirstContact, circle?.SecondContact ?? circle?.Reserve),
            ct
        );
    }

    public async Task<bool> SaveAsync(Shift shift, CancellationToken ct, PersonId? by = null)
    {
        await FollowAsync(shift, by, ct);
        return await TrySaveAsync(ct);
    }

    public static string PathOf(VolunteerId volunteer) => $"vrijwilligers/{volunteer.Value}";

    public static string PathOf(ShiftId shift) => $"diensten/{shift.Value}";

    private bool HasChangedState(Shift shift) =>
        db.Entry(shift) is var entry && (entry.State == EntityState.Added || entry.Property(s => s.State).IsModified);
}
