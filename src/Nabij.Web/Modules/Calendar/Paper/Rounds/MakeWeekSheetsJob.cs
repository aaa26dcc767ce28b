using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Paper.Rounds;

/// <summary>
/// From Thursday on, makes the sheet of the coming week for every buurt in which there is something to do, and puts it on the print
/// list of who brings it round. What nobody brought in its week is closed.
/// </summary>
public sealed class MakeWeekSheetsJob(NabijDb db, SheetLines lines, SheetFollowUps followUps, IClock clock) : ICommunityJob
{
    private const IsoDayOfWeek MadeFrom = IsoDayOfWeek.Thursday;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        await MissWhatIsOverAsync(today, now, ct);
        if (today.DayOfWeek < MadeFrom)
            return;
        var week = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday));
        var made = await db.WeekSheets.Where(s => s.Week == week).Select(s => s.Buurt).ToListAsync(ct);
        foreach (var buurt in (await lines.ByBuurtAsync(week, ct)).Select(l => l.Key).Except(made, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await followUps.FollowAsync(db.Add(new WeekSheet(buurt, week, now)).Entity, ct);
            await db.TrySaveAsync(ct); // another node made it at the same moment
            db.ChangeTracker.Clear();
        }
    }

    private async Task MissWhatIsOverAsync(LocalDate today, Instant now, CancellationToken ct)
    {
        var lastOver = today.PlusDays(-WeekSheet.Days);
        foreach (var sheet in await db.WeekSheets.Open.Where(s => s.Week <= lastOver).ToListAsync(ct))
        {
            sheet.Miss(now);
            await followUps.FollowAsync(sheet, ct);
        }
        await db.TrySaveAsync(ct); // somebody said at this moment that it was brought
    }
}
