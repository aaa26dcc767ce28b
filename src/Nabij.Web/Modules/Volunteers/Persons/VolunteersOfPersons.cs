using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Persons;

/// <summary>That somebody signed up, what was agreed, and to whom they were lent.</summary>
public sealed class VolunteersOfPersons(NabijDb db, ForgetVolunteer forget, Texts texts, IClock clock) : IAnswerForPersons
{
    private const int AtOnce = 200;

    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Volunteer, "volunteers", ["Person", "Mentor", "MentorStandIn"], "Wish", "MeetingNote"),
        new(Retention.Lending, "volunteer_shifts", ["AskedBy"]),
        new(Retention.Lending, "volunteer_lendings", ["Person", "OfferedBy"]),
    ];

    public IReadOnlyList<GoesOnTime> OnTime => [new(Retention.Volunteer, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var volunteers = await db.Volunteers.AsNoTracking().Where(v => v.Person == person).OrderBy(v => v.SignedUpAt).ThenBy(v => v.Id).ToListAsync(ct);
        var lendings = db.Lendings.Where(l => l.Person == person).Select(l => l.Shift);
        var shifts = await db.Shifts.AsNoTracking().Where(s => lendings.Contains(s.Id)).OrderBy(s => s.First).ThenBy(s => s.Id).ToListAsync(ct);
        return
        [
            .. volunteers.Select(v => new KeptRecord(Retention.Volunteer, v.SignedUpAt, [.. FactsOf(v)])),
            .. shifts.Select(s => new KeptRecord(Retention.Lending, s.AskedAt, ("Kept.Fact.Title", s.Title), ("Kept.Fact.When", texts.WhenIs(s)))),
        ];
    }

    public Task ForgetAsync(PersonId person, CancellationToken ct) => forget.HandleAsync(person, ct);

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var open = await db.Volunteers.Current.Where(v => v.Person == goes || v.Person == stays).OrderBy(v => v.State).ThenBy(v => v.Id).ToListAsync(ct);
        if (open.Find(v => v.Person == goes) is { } twice && open.Find(v => v.Person == stays) is { } kept)
            await forget.EndAsync(twice.State > kept.State ? kept : twice, ct);
        await db.SaveChangesAsync(ct);
    }

    private IEnumerable<(string, string)> FactsOf(Volunteer volunteer)
    {
        yield return ("Kept.Fact.Role", texts[volunteer.As]);
        if (volunteer.Wish.Length > 0)
            yield return ("Kept.Fact.OwnWords", volunteer.Wish);
        if (volunteer.MeetingNote.Length > 0)
            yield return ("Kept.Fact.Note", volunteer.MeetingNote);
        yield return ("Kept.Fact.State", texts[volunteer.State]);
    }

    private IQueryable<Volunteer> Past(Instant before) => db.Volunteers.Where(v => v.ForgottenAt == null && v.EndedAt < before);

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        while (await Past(before).OrderBy(v => v.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } past)
        {
            await forget.WhatWasSaidOfAsync(past, ct);
            foreach (var volunteer in past)
                volunteer.Forget(clock.GetCurrentInstant());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
