using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>
/// Tells who signed up, once, what became of their date: off, at another time, or tomorrow. Offers on what nobody took in time. It
/// sees what the desk, an editor or a feed changed.
/// </summary>
public sealed class LookAfterSignUpsJob(NabijDb db, SignUpNews news, WithdrawSignUp withdraw, IReach reach, IAskForHelp help, IClock clock)
    : ICommunityJob
{
    private const int Batch = 200;
    private static readonly LocalTime RemindedFrom = new(9, 0);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (dates, activities) = (db.ActivityDates, db.Activities.IgnoreAutoIncludes());
        var open =
            from signUp in db.SignUps.Open
            join date in dates on signUp.Date equals date.Id
            join activity in activities on date.Activity equals activity.Id
            orderby signUp.Id
            select new Open { SignUp = signUp, Date = date, Activity = activity };
        var tomorrow = now.TodayAt().PlusDays(1);
        var mayRemind = now.InZone(DutchTime.Zone).TimeOfDay >= RemindedFrom;

        await EachAsync(open.Where(o => o.Date.State == DateState.Cancelled && o.Date.EndsAt > now), CallOffAsync, ct);
        await EachAsync(open.Where(o => o.SignUp.KnownStart != o.Date.StartsAt && o.Date.StartsAt > now), TellMovedAsync, ct);
        await EachAsync(open.Where(o => o.SignUp.OfferedUntil <= now && o.SignUp.State == SignUpState.Offered), LapseAsync, ct);
        if (mayRemind)
        {
            var due = open.Where(o => o.SignUp.State == SignUpState.Comes && o.SignUp.RemindedAt == null && o.Date.Day == tomorrow);
            await EachAsync(due, RemindAsync, ct);
        }
    }

    private async Task EachAsync(IQueryable<Open> due, Func<Open, CancellationToken, Task> act, CancellationToken ct)
    {
        foreach (var open in await due.Take(Batch).ToListAsync(ct))
        {
            await act(open, ct);
            if (!await db.TrySaveAsync(ct))
                break; // somebody was faster: the rest at the next turn
        }
        db.ChangeTracker.Clear();
    }

    private async Task CallOffAsync(Open open, CancellationToken ct)
    {
        if (open.SignUp.HoldsSeats)
            open.Date.Free(open.SignUp.Seats);
        var lift = open.SignUp.Lift;
        open.SignUp.CallOff();
        await reach.CancelAsync(Subject.Of(open.SignUp.Id), ct);
        await news.TellAsync("Calendar.DateOff", open.SignUp, open.Activity, open.Date, [], ct);
        if (lift is { } request)
            await help.StopAsync(request, ct);
    }

    private async Task TellMovedAsync(Open open, CancellationToken ct)
    {
        open.SignUp.KnowsOf(open.Date.StartsAt);
        await reach.CancelAsync(Subject.Of(open.SignUp.Id), ct);
        await news.TellAsync("Calendar.OtherTime", open.SignUp, open.Activity, open.Date, SignUpAnswers.OfWhoComes, ct);
    }

    private Task LapseAsync(Open open, CancellationToken ct) => withdraw.ApplyAsync(open.SignUp, ct);

    private async Task RemindAsync(Open open, CancellationToken ct)
    {
        open.SignUp.Reminded(clock.GetCurrentInstant());
        await news.TellAsync("Calendar.Tomorrow", open.SignUp, open.Activity, open.Date, SignUpAnswers.OfWhoComes, ct, open.Date.StartsAt);
    }

    private sealed class Open
    {
        public SignUp SignUp { get; init; } = null!;
        public ActivityDate Date { get; init; } = null!;
        public Activity Activity { get; init; } = null!;
    }
}
