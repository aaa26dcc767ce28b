using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Attending;

/// <summary>Who was ticked on the sheet came; who was not stayed away.</summary>
public sealed class TickAttendance(NabijDb db)
{
    public async Task HandleAsync(ActivityDateId date, IReadOnlySet<Guid> came, CancellationToken ct)
    {
        var all = await db
            .SignUps.Where(s => s.Date == date)
            .Where(s => s.State == SignUpState.Comes || s.State == SignUpState.Came || s.State == SignUpState.StayedAway)
            .ToListAsync(ct);
        foreach (var signUp in all)
            signUp.Tick(came.Contains(signUp.Id.Value));
        await db.TrySaveAsync(ct);
    }
}
