using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using NodaTime;

namespace Nabij.Modules.HelpRequests.MyHelp;

/// <summary>What somebody did for neighbours this year: how often, and how many whole hours.</summary>
public sealed record HelpedThisYear(int Times, int Hours);

/// <summary>Counts what worked out, each week of a weekly help.</summary>
public sealed class MyYear(NabijDb db, IClock clock)
{
    public async Task<HelpedThisYear> OfAsync(PersonId helper, CancellationToken ct)
    {
        var start = clock.GetCurrentInstant().TodayAt().With(date => new LocalDate(date.Year, 1, 1));
        var since = start.InstantAt(LocalTime.Midnight);
        var done = await db
            .HelpRequests.In(HelpState.Thanked)
            .Where(r => r.ClaimedBy == helper && r.StateSince >= since)
            .Select(r => new { r.Minutes, r.Plan })
            .ToListAsync(ct);
        var times = done.Select(d => (d.Minutes, Times: Math.Max(1, d.Plan.Days().Count(day => day >= start)))).ToList();
        return new(times.Sum(t => t.Times), (times.Sum(t => t.Times * t.Minutes) + 30) / 60);
    }
}
