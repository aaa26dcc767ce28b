using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Data;

namespace Nabij.Modules.Calendar.Choosing;

/// <summary>What somebody chose for their own calendar, and whether their telephone follows it.</summary>
public sealed class ChoicesOfPersons(NabijDb db) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
        [new(Retention.Choice, "chosen_activities", ["Person"]), new(Retention.ChoicesLink, "choices_links", ["Person"])];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var activities = db.Activities.IgnoreAutoIncludes();
        var chosen = await (
            from choice in db.ChosenActivities.AsNoTracking()
            where choice.Person == person
            join activity in activities on choice.Activity equals activity.Id
            orderby choice.At, activity.Id
            select new { choice.At, activity.Title }
        ).ToListAsync(ct);
        var links = await db.ChoicesLinks.Where(l => l.Person == person).Select(l => l.MadeAt).ToListAsync(ct);
        return
        [
            .. chosen.Select(c => new KeptRecord(Retention.Choice, c.At, ("Kept.Fact.Activity", c.Title))),
            .. links.Select(at => new KeptRecord(Retention.ChoicesLink, at)),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        db.RemoveRange(await db.ChosenActivities.Where(c => c.Person == person).ToListAsync(ct));
        db.RemoveRange(await db.ChoicesLinks.Where(l => l.Person == person).ToListAsync(ct));
    }

    /// <summary>One person has one link, and chose an activity once.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var both = await db.ChosenActivities.Where(c => c.Person == goes || c.Person == stays).ToListAsync(ct);
        db.RemoveRange(both.GroupBy(c => c.Activity).Where(g => g.Count() > 1).Select(g => g.Single(c => c.Person == goes)));
        if (await db.ChoicesLinks.AnyAsync(l => l.Person == stays, ct))
            db.RemoveRange(await db.ChoicesLinks.Where(l => l.Person == goes).ToListAsync(ct));
    }
}
