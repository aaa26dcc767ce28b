using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.SigningUp;
using NodaTime;

namespace Nabij.Modules.Calendar.Persons;

/// <summary>What somebody signed up for, and what they confirmed for an organisation.</summary>
public sealed class SignUpsOfPersons(NabijDb db, WithdrawSignUp withdraw, Texts texts) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.SignUp, "sign_ups", ["Person"], "Question"),
        new(Retention.Confirmation, "activities", ["ConfirmedBy"]),
    ];

    public IReadOnlyList<GoesOnTime> OnTime => [new(Retention.SignUp, CountAsync, GoAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var (dates, activities) = (db.ActivityDates, db.Activities);
        var found = await (
            from signUp in db.SignUps.AsNoTracking()
            where signUp.Person == person
            join date in dates on signUp.Date equals date.Id
            join activity in activities on date.Activity equals activity.Id
            orderby date.StartsAt, signUp.Id
            select new { SignUp = signUp, date.Day, activity.Title }
        ).ToListAsync(ct);
        var confirmed = await db.Activities.Where(a => a.ConfirmedBy == person).OrderBy(a => a.Title).ThenBy(a => a.Id).Select(a => new { a.Title, a.ConfirmedAt }).ToListAsync(ct);
        return
        [
            .. found.Select(f => new KeptRecord(Retention.SignUp, f.SignUp.At, [.. FactsOf(f.SignUp, f.Title, f.Day)])),
            .. confirmed.Select(c => new KeptRecord(Retention.Confirmation, c.ConfirmedAt, ("Kept.Fact.Activity", c.Title))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var signUp in await db.SignUps.Where(s => s.Person == person).ToListAsync(ct))
        {
            if (signUp.IsOpen)
                await withdraw.ApplyAsync(signUp, ct);
            signUp.Forget();
        }
        foreach (var activity in await db.Activities.Where(a => a.ConfirmedBy == person).ToListAsync(ct))
            activity.ForgetWhoConfirmed();
    }

    /// <summary>On one date somebody has one place.</summary>
    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var both = await db.SignUps.Where(s => s.Person == goes || s.Person == stays).ToListAsync(ct);
        foreach (var twice in both.GroupBy(s => s.Date).Where(g => g.Count() > 1))
        {
            var gone = twice.Single(s => s.Person == goes);
            if (gone.HoldsSeats)
                (await db.ActivityDates.SingleAsync(d => d.Id == gone.Date, ct)).Free(gone.Seats);
            db.Remove(gone);
        }
    }

    private IEnumerable<(string, string)> FactsOf(SignUp signUp, string title, LocalDate day)
    {
        yield return ("Kept.Fact.Activity", title);
        yield return ("Kept.Fact.Day", texts.DayWithYear(day));
        yield return ("Kept.Fact.State", texts[signUp.State]);
        if (signUp.Question.Length > 0)
            yield return ("Kept.Fact.Question", signUp.Question);
    }

    private async Task<int> CountAsync(Instant before, CancellationToken ct) => await Past(before).CountAsync(ct);

    /// <summary>How many came stays on the date; who they were goes.</summary>
    private async Task GoAsync(Instant before, CancellationToken ct)
    {
        db.RemoveRange(await Past(before).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<SignUp> Past(Instant before)
    {
        var past = db.ActivityDates.Where(d => d.EndsAt < before);
        return db.SignUps.Where(s => past.Any(d => d.Id == s.Date));
    }
}
