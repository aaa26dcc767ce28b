using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>Forgets notes after three months, and how the calls of a chain went after as long.</summary>
public sealed class ForgetNotesJob(NabijDb db, IClock clock) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant().TodayAt() - CircleNote.KeptFor;
        await db.CircleNotes.Where(n => n.On < before).ExecuteDeleteAsync(ct);
        await db.ChainRuns.Where(r => r.Day < before).ExecuteDeleteAsync(ct);
    }
}
