using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>
/// Tells who signed up, once, what became of their date: off, on again, at another time, or tomorrow. Offers on what nobody took in
/// time, and ends waiting for what is over. It sees what the desk, an editor or a feed changed.
/// </summary>
public sealed class LookAfterSignUpsJob(NabijDb db, TellSignedUp tell, WithdrawSignUp withdraw, IClock clock) : ICommunityJob
{
    private const int Batch = 200;
    private static readonly LocalTime RemindedFrom = new(9, 0);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var open = With(db.SignUps.Open);
        var tomorrow = now.TodayAt().PlusDays(1);
        var mayRemind = now.InZone(DutchTime.Zone).TimeOfDay >= RemindedFrom;

        await EachAsync(open.Where(o => o.Date.State == DateState.Cancelled && o.Date.EndsAt > now), tell.IsOffAsync, ct);
        await EachAsync(
            With(db.SignUps.Where(s => s.State == SignUpState.CalledOff)).Where(o => o.Date.State != DateState.Cancelled && o.Date.StartsAt > now),
            tell.IsOnAgainAsync,
            ct
        );
        await EachAsync(open.Where(o => o.SignUp.KnownStart != o.Date.StartsAt && o.Date.StartsAt > now), tell.IsMovedAsync, ct);
        await EachAsync(
            open.Where(o =>
                o.SignUp.State == SignUpState.Offered && o.SignUp.OfferedUntil <= now
                || o.SignUp.State == SignUpState.Waiting && o.Date.StartsAt <= now
            ),
            (o, stop) => withdraw.ApplyAsync(o.SignUp, stop),
            ct
        );
        if (mayRemind)
        {
            var due = open.Where(o => o.SignUp.State == SignUpState.Comes && o.SignUp.RemindedAt == null && o.Date.Day == tomorrow);
            await EachAsync(due, tell.IsTomorrowAsync, ct);
        }
    }

    private IQueryable<SignedUp> With(IQueryable<SignUp> signUps)
    {
        var (dates, activities) = (db.ActivityDates, db.Activities.IgnoreAutoIncludes());
        return from signUp in signUps
            join date in dates on signUp.Date equals date.Id
            join activity in activities on date.Activity equals activity.Id
            orderby signUp.Id
            select new SignedUp { SignUp = signUp, Date = date, Activity = activity };
    }

    private async Task EachAsync(IQueryable<SignedUp> due, Func<SignedUp, CancellationToken, Task> act, CancellationToken ct)
    {
        foreach (var one in await due.Take(Batch).ToListAsync(ct))
        {
            await act(one, ct);
            if (!await db.TrySaveAsync(ct))
                break; // somebody was faster: the rest at the next turn
        }
        db.ChangeTracker.Clear();
    }
}

public sealed class SignedUp
{
    public SignUp SignUp { get; init; } = null!;
    public ActivityDate Date { get; init; } = null!;
    public Activity Activity { get; init; } = null!;
}
