using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using NodaTime;

namespace Nabij.Modules.Desk.Persons;

/// <summary>What somebody has to do for others, or stands in for, and what is to be done about themselves.</summary>
public sealed class FollowUpsOfPersons(NabijDb db, Texts texts, IClock clock) : IAnswerForPersons
{
    private const string Person = nameof(Person);

    public IReadOnlyList<KeptRows> Kept { get; } =
        [new(Retention.FollowUp, "follow_ups", ["Owner", "StandIn", "TakenBy"], "Title", "Word")];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [new(Retention.FollowUp, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    /// <summary>Those about themselves in words; of those that they do for others only what has to be done, and when.</summary>
    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var known = await db
            .FollowUps.AsNoTracking()
            .Where(f => f.Owner == person || f.StandIn == person || (f.SubjectId == person.Value && f.SubjectKind == Person))
            .OrderBy(f => f.OpenedAt)
            .ThenBy(f => f.Id)
            .ToListAsync(ct);
        return [.. known.Select(f => new KeptRecord(Retention.FollowUp, f.OpenedAt, [.. FactsOf(f, person)]))];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var about in await db.FollowUps.About(Subject.Of(person)).ToListAsync(ct))
        {
            about.Close(now);
            about.Forget(now);
        }
        foreach (var theirs in await db.FollowUps.Open.Where(f => f.Owner == person || f.StandIn == person || f.TakenBy == person).ToListAsync(ct))
            theirs.GoesOnWithout(person);
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var about in await db.FollowUps.About(Subject.Of(goes)).ToListAsync(ct))
            about.LeadsTo(about.Path.Replace(goes.Value.ToString(), stays.Value.ToString(), StringComparison.Ordinal));
        if (await db.FollowUps.Open.About(Subject.Of(stays)).AnyAsync(ct))
        {
            foreach (var twice in await db.FollowUps.Open.About(Subject.Of(goes)).ToListAsync(ct))
                twice.Close(now);
        }
        var forEachOther = db.FollowUps.Open.Where(f => (f.Owner == goes && f.StandIn == stays) || (f.Owner == stays && f.StandIn == goes));
        foreach (var followUp in await forEachOther.ToListAsync(ct))
            followUp.GoesOnWithout(goes);
    }

    private IEnumerable<(string, string)> FactsOf(FollowUp followUp, PersonId person)
    {
        yield return ("Kept.Fact.What", texts[followUp.Reason]);
        if (followUp.SubjectId == person.Value)
            yield return ("Kept.Fact.Title", followUp.Title);
        yield return ("Kept.Fact.DoneBefore", texts.Moment(followUp.NextDate));
    }

    private IQueryable<FollowUp> Past(Instant before) => db.FollowUps.Where(f => f.ForgottenAt == null && f.ClosedAt < before);

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        foreach (var past in await Past(before).ToListAsync(ct))
            past.Forget(clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
    }
}
