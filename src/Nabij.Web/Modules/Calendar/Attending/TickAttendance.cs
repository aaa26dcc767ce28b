using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Circles.Contracts;

namespace Nabij.Modules.Calendar.Attending;

/// <summary>Who was ticked on the sheet came, and so was heard that day; who was not stayed away.</summary>
public sealed class TickAttendance(NabijDb db, IHeardFrom circles)
{
    public async Task HandleAsync(ActivityDateId date, IReadOnlySet<Guid> came, CancellationToken ct)
    {
        var all = await db
            .SignUps.Where(s => s.Date == date)
            .Where(s => s.State == SignUpState.Comes || s.State == SignUpState.Came || s.State == SignUpState.StayedAway)
            .ToListAsync(ct);
        foreach (var signUp in all)
            signUp.Tick(came.Contains(signUp.Id.Value));
        var day = await db.ActivityDates.Where(d => d.Id == date).Select(d => d.Day).SingleAsync(ct);
        await circles.HearAsync([.. all.Where(s => s.State is SignUpState.Came).Select(s => s.Person)], day, ct);
        await db.TrySaveAsync(ct);
    }
}
