using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Paper.Rounds;

/// <summary>A sheet is printed, and then brought round: by who has that buurt, or by the desk.</summary>
public sealed class BringSheet(NabijDb db, SheetLines lines, SheetFollowUps followUps, Trail trail, CurrentPerson person, IClock clock)
{
    /// <summary>The sheet with who brings it; null when it is not there for who asks.</summary>
    public async Task<(WeekSheet Sheet, SheetRound? Round)?> FindAsync(WeekSheetId id, CancellationToken ct)
    {
        if (await db.WeekSheets.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sheet)
            return null;
        var round = await db.SheetRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Buurt == sheet.Buurt, ct);
        return person.Is(Role.DistrictSupporter) || round?.IsOf(person.IdOrNone) == true ? (sheet, round) : null;
    }

    public Task<Refusal?> PrintedAsync(WeekSheetId id, CancellationToken ct) =>
        ChangeAsync(
            id,
            async (sheet, now) => sheet.Print(SheetLines.MarkOf(await lines.OfAsync(sheet.Buurt, sheet.Week, ct)), now),
            "Calendar.Trail.SheetPrinted",
            ct
        );

    public Task<Refusal?> BroughtAsync(WeekSheetId id, CancellationToken ct) =>
        ChangeAsync(id, (sheet, now) => Task.FromResult(sheet.Bring(now)), "Calendar.Trail.SheetBrought", ct);

    private async Task<Refusal?> ChangeAsync(WeekSheetId id, Func<WeekSheet, Instant, Task<Refusal?>> change, string trailed, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (sheet, _))
            return new NoSuchWeekSheet();
        if (await change(sheet, clock.GetCurrentInstant()) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(id), null, trailed);
        await followUps.FollowAsync(sheet, ct);
        return await db.TrySaveAsync(ct) ? null : new WeekSheetIsElsewhere();
    }
}
