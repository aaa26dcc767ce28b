using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Persons;

/// <summary>Notes in one tap, coming together, and who wanted to belong.</summary>
public sealed class LifeOfPersons(NabijDb db, IFollowUps followUps, Texts texts) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.CircleNote, "circle_notes", ["By", "Person"]),
        new(Retention.CircleMeetUp, "meet_up_guests", ["Person"]),
        new(Retention.JoinWish, "circle_join_wishes", ["BroughtBy", "PassedOnBy"], "GivenName", "FamilyName", "Number"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(Retention.CircleNote, (before, ct) => Notes(before).CountAsync(ct), (before, ct) => Notes(before).ExecuteDeleteAsync(ct)),
            new(Retention.CircleMeetUp, (before, ct) => MeetUps(before).CountAsync(ct), (before, ct) => MeetUps(before).ExecuteDeleteAsync(ct)),
            new(Retention.JoinWish, (before, ct) => Wishes(before).CountAsync(ct), (before, ct) => Wishes(before).ExecuteDeleteAsync(ct)),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var notes = await db.CircleNotes.AsNoTracking().Where(n => n.Person == person).OrderBy(n => n.On).ThenBy(n => n.Id).ToListAsync(ct);
        var guests = db.MeetUpGuests.Where(g => g.Person == person).Select(g => g.MeetUp);
        var invited = await db.MeetUps.AsNoTracking().Where(m => guests.Contains(m.Id)).OrderBy(m => m.Day).ThenBy(m => m.Id).ToListAsync(ct);
        return
        [
            .. notes.Select(n => new KeptRecord(Retention.CircleNote, n.On.InstantAt(LocalTime.Noon), ("Kept.Fact.Note", texts[n.Kind]))),
            .. invited.Select(m => new KeptRecord(Retention.CircleMeetUp, m.StartsAt, ("Kept.Fact.MeetUp", m.What))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        db.RemoveRange(await db.CircleNotes.Where(n => n.Person == person).ToListAsync(ct));
        db.RemoveRange(await db.MeetUpGuests.Where(g => g.Person == person).ToListAsync(ct));
        foreach (var wish in await db.JoinWishes.Where(w => w.PassedOnBy == person && w.SettledAt == null).ToListAsync(ct))
            wish.PassedOnBy = null;
        await followUps.CloseAsync(Follow.Wish(person), ct);
        await followUps.CloseAsync(Follow.Worry(person), ct);
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var guests = db.MeetUpGuests;
        db.RemoveRange(await guests.Where(g => g.Person == goes && guests.Any(s => s.Person == stays && s.MeetUp == g.MeetUp)).ToListAsync(ct));
    }

    private IQueryable<CircleNote> Notes(Instant before)
    {
        var day = before.TodayAt();
        return db.CircleNotes.Where(n => n.On < day);
    }

    private IQueryable<MeetUp> MeetUps(Instant before)
    {
        var day = before.TodayAt();
        return db.MeetUps.Where(m => m.Day < day);
    }

    private IQueryable<JoinWish> Wishes(Instant before) => db.JoinWishes.Where(w => w.SettledAt < before);
}
