using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Paper.Rounds;

/// <summary>A sheet that is not brought round stands on the list of who brings it; without anybody it is for the desk. Saved by the caller.</summary>
public sealed class SheetFollowUps(NabijDb db, IFollowUps followUps, IPlaces places)
{
    /// <summary>Each state that is open, with what is to be done.</summary>
    public static readonly IReadOnlyDictionary<WeekSheetState, string> Rules = new Dictionary<WeekSheetState, string>
    {
        [WeekSheetState.ToPrint] = "Calendar.FollowUp.PrintSheet",
        [WeekSheetState.Printed] = "Calendar.FollowUp.BringSheet",
    };

    private static readonly LocalTime InTheEvening = new(18, 0);

    public async Task FollowAsync(WeekSheet sheet, CancellationToken ct)
    {
        if (!Rules.TryGetValue(sheet.State, out var reason))
        {
            await followUps.CloseAsync(Subject.Of(sheet.Id), ct);
            return;
        }
        var round = await db.SheetRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Buurt == sheet.Buurt, ct);
        var name = (await places.BuurtenAsync(ct)).FirstOrDefault(b => b.Code == sheet.Buurt)?.Name ?? sheet.Buurt;
        // a sheet of the week is of use on its first day
        var next = sheet.Week.PlusDays(sheet.State is WeekSheetState.ToPrint ? -2 : -1).InstantAt(InTheEvening);
        await followUps.OpenAsync(
            new(Subject.Of(sheet.Id), reason, name, $"agenda/weekbladen/{sheet.Id.Value}", next, round?.Carrier, round?.StandIn, sheet.Buurt),
            ct
        );
    }
}
