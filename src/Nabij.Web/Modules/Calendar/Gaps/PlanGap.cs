using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps.Data;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>What it becomes: who does it, in which free hours, and what it is called.</summary>
public sealed record FilledGap(string Title, OrganisationId Host, RoomCard Room, LocalDate First, LocalTime From, LocalTime Until, int People, RepeatEvery? Every)
{
    /// <summary>A series in the calendar goes on for half a year; then the host says whether it stays.</summary>
    private const int MonthsOfDates = 6;

    public LocalDate? Last => Every is null ? null : First.PlusMonths(MonthsOfDates);
}

/// <summary>Opens a plan for what is missed, gives it to somebody, and makes an activity of it.</summary>
public sealed class PlanGap(NabijDb db, IFollowUps followUps, IRooms rooms, KeepActivity keep, Trail trail, Texts texts, CurrentPerson current, IClock clock)
{
    private Instant Now => clock.GetCurrentInstant();

    public async Task<(GapPlanId? Plan, Refusal? Refusal)> OpenAsync(Theme theme, DayParts part, string buurt, AccessFacts access, CancellationToken ct)
    {
        var plan = new GapPlan(theme, part, buurt, access, Now);
        plan.GiveTo(current.Id, null, plan.NextDate, Now.TodayAt());
        db.Add(plan);
        return (plan.Id, await SaveAsync(plan, "Gaps.Trail.Opened", ct));
    }

    public async Task<Refusal?> GiveToAsync(GapPlanId id, PersonId? owner, PersonId? standIn, LocalDate next, CancellationToken ct) =>
        await FindAsync(id, ct) is not { } plan ? new NoSuchGapPlan()
        : plan.GiveTo(owner, standIn, next, Now.TodayAt()) is { } refusal ? refusal
        : await SaveAsync(plan, "Gaps.Trail.Given", ct);

    public async Task<Refusal?> DropAsync(GapPlanId id, CancellationToken ct) =>
        await FindAsync(id, ct) is not { } plan ? new NoSuchGapPlan()
        : plan.Drop(Now) is { } refusal ? refusal
        : await SaveAsync(plan, "Gaps.Trail.Dropped", ct);

    /// <summary>Every date of it, with what is in the way of the room there; null when there is no such plan or room.</summary>
    public async Task<RoomOutlook?> LookAsync(GapPlanId id, FilledGap filled, CancellationToken ct) =>
        await FindAsync(id, ct) is { } plan ? await rooms.LookAsync(new(plan.Booking), AskOf(plan, filled), ct) : null;

    /// <summary>
    /// Asks for the room on every date but those left out, then puts the activity in the calendar, where it is off on those. Whoever
    /// tries again after a failure makes neither twice.
    /// </summary>
    public async Task<Refusal?> FillAsync(GapPlanId id, FilledGap filled, IReadOnlyCollection<LocalDate> leftOut, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } plan)
            return new NoSuchGapPlan();
        if (!plan.IsOpen)
            return new GapPlanIsClosed();
        if (await rooms.AskAsync(new(plan.Booking), AskOf(plan, filled), leftOut, ct) is { } noRoom)
            return noRoom;
        if (await keep.HandleAsync(plan.Activity, ActivityOf(plan, filled), current.AsKeeper(), ct) is [var notKept, ..])
            return notKept;
        await CancelAsync(plan, leftOut, ct);
        return plan.Fill(Now) ?? await SaveAsync(plan, "Gaps.Trail.Filled", ct);
    }

    private async Task CancelAsync(GapPlan plan, IReadOnlyCollection<LocalDate> leftOut, CancellationToken ct)
    {
        foreach (var date in await db.ActivityDates.Where(d => d.Activity == plan.Activity && leftOut.Contains(d.Day)).ToListAsync(ct))
            date.Cancel(texts["Gaps.NoRoomThen"], Now);
    }

    private RoomAsk AskOf(GapPlan plan, FilledGap filled) =>
        new(
            filled.Room.Id,
            new(filled.Title, UseOf(plan.Theme), filled.People, filled.From, filled.Until),
            plan.Owner ?? current.Id,
            filled.First,
            filled.Every,
            filled.Last
        );

    public static RoomUse UseOf(Theme theme) =>
        theme switch
        {
            Theme.Move => RoomUse.Moving,
            Theme.Eat => RoomUse.Eating,
            Theme.Make => RoomUse.Making,
            _ => RoomUse.Meeting,
        };

    public static RoomAccess AccessOf(AccessFacts access) =>
        (access.HasFlag(AccessFacts.Wheelchair) ? RoomAccess.Wheelchair : RoomAccess.None)
        | (access.HasFlag(AccessFacts.Toilet) ? RoomAccess.AccessibleToilet : RoomAccess.None)
        | (access.HasFlag(AccessFacts.Lift) ? RoomAccess.Lift : RoomAccess.None)
        | (access.HasFlag(AccessFacts.InductionLoop) ? RoomAccess.HearingLoop : RoomAccess.None)
        | (access.HasFlag(AccessFacts.Quiet) ? RoomAccess.Quiet : RoomAccess.None);

    private static Typed ActivityOf(GapPlan plan, FilledGap filled)
    {
        var venue = Venue.Named(filled.Room.Where, filled.Room.Name) with { Buurt = filled.Room.Buurt ?? "" };
        return new(
            new(filled.Title, plan.Theme, venue) { Access = plan.Access },
            new(filled.First, filled.From, filled.Until, filled.Every, filled.Last),
            filled.Host,
            Source.Typed
        );
    }

    private Task<GapPlan?> FindAsync(GapPlanId id, CancellationToken ct) => db.GapPlans.SingleOrDefaultAsync(p => p.Id == id, ct);

    private async Task<Refusal?> SaveAsync(GapPlan plan, string what, CancellationToken ct)
    {
        trail.Note(Subject.Of(plan.Id), null, what);
        if (plan.IsOpen)
            await followUps.OpenAsync(FollowUpOf(plan), ct);
        else
            await followUps.CloseAsync(Subject.Of(plan.Id), ct);
        return await db.TrySaveAsync(ct) ? null : new GapPlanIsClosed();
    }

    private NewFollowUp FollowUpOf(GapPlan plan) =>
        new(
            Subject.Of(plan.Id),
            "Gaps.FollowUp",
            $"{texts[plan.Theme]}, {texts[$"Gaps.Part.{plan.Part}"]}",
            $"gemis/plannen/{plan.Id.Value}",
            plan.NextDate.InstantAt(new(12, 0)),
            plan.Owner,
            plan.StandIn,
            plan.Buurt.Length > 0 ? plan.Buurt : null
        );
}
