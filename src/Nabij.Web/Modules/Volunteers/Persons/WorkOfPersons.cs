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
using Nabij.Modules.Volunteers.Hours;
using NodaTime;

namespace Nabij.Modules.Volunteers.Persons;

/// <summary>Which hours somebody wrote down, when they were thanked, and which courses they followed.</summary>
public sealed class WorkOfPersons(NabijDb db, HoursOnDesk desk, IFollowUps followUps, IReach reach, Texts texts, IClock clock) : IAnswerForPersons
{
    private const int AtOnce = 500;

    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.VolunteerHours, "volunteer_hours", ["Person", "EnteredBy", "SettledBy"], "What", "Why"),
        new(Retention.VolunteerThanks, "volunteer_thanks", ["Person", "By"]),
        new(Retention.VolunteerCourse, "volunteer_course_places", ["Person"]),
    ];

    public IReadOnlyList<GoesOnTime> OnTime => [new(Retention.VolunteerHours, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var hours = await db.VolunteerHours.AsNoTracking().Where(h => h.Person == person).OrderBy(h => h.Day).ThenBy(h => h.Id).ToListAsync(ct);
        var thanks = await db.VolunteerThanks.Where(t => t.Person == person).OrderBy(t => t.On).Select(t => t.On).ToListAsync(ct);
        var courses = await db.Courses.AsNoTracking().Where(c => c.Places.Any(p => p.Person == person)).OrderBy(c => c.Day).ThenBy(c => c.Id).ToListAsync(ct);
        return
        [
            .. hours.Select(h => new KeptRecord(Retention.VolunteerHours, h.EnteredAt, [.. FactsOf(h)])),
            .. thanks.Select(on => new KeptRecord(Retention.VolunteerThanks, null, ("Kept.Fact.Day", texts.DayWithYear(on)))),
            .. courses.Select(c => new KeptRecord(Retention.VolunteerCourse, null, ("Kept.Fact.Title", c.Title), ("Kept.Fact.Day", texts.DayWithYear(c.Day)))),
        ];
    }

    /// <summary>What was approved stays in the books, without words; what nobody approved yet is not paid any more.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var theirs = await db.VolunteerHours.Where(h => h.Person == person).ToListAsync(ct);
        foreach (var entry in theirs.Where(h => h.MayChange))
            entry.Withdraw();
        await WhatWasSaidOfAsync(theirs, ct);
        await followUps.CloseAsync(HoursOnDesk.About(person), ct);
        await followUps.ForgetAsync(HoursOnDesk.About(person).Kind, [person.Value], ct);
        foreach (var course in await db.Courses.Where(c => c.Places.Any(p => p.Person == person)).ToListAsync(ct))
            course.GoesOnWithout(person);
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var places = db.CoursePlaces;
        await places.Where(p => p.Person == goes && places.Any(o => o.Person == stays && o.Course == p.Course)).ExecuteDeleteAsync(ct);
        var open = await db.VolunteerHours.Where(h => (h.Person == goes || h.Person == stays) && HoursEntry.OpenStates.Contains(h.State)).Select(h => h.State).Distinct().ToListAsync(ct);
        await followUps.CloseAsync(HoursOnDesk.About(goes), ct);
        await desk.ReviewAsync(stays, open, ct);
    }

    private IEnumerable<(string, string)> FactsOf(HoursEntry entry)
    {
        yield return ("Kept.Fact.Day", texts.DayWithYear(entry.Day));
        yield return ("Kept.Fact.Hours", texts.Worked(entry.Minutes));
        yield return ("Kept.Fact.Allowance", texts.Money(entry.Allowance));
        if (entry.What.Length > 0)
            yield return ("Kept.Fact.Title", entry.What);
        yield return ("Kept.Fact.State", texts[entry.State]);
    }

    private IQueryable<HoursEntry> Past(Instant before)
    {
        var open = HoursEntry.OpenStates;
        return db.VolunteerHours.Where(h => h.ForgottenAt == null && h.EnteredAt < before && !open.Contains(h.State));
    }

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        while (await Past(before).OrderBy(h => h.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } past)
        {
            await WhatWasSaidOfAsync(past, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task WhatWasSaidOfAsync(IReadOnlyCollection<HoursEntry> entries, CancellationToken ct)
    {
        await reach.ForgetAsync("Hours", [.. entries.Select(h => h.Id.Value)], ct);
        var now = clock.GetCurrentInstant();
        foreach (var entry in entries)
            entry.Forget(now);
    }
}
