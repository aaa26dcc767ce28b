using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>What is missed beside what there is, of one buurt or all, for everybody or for who needs something.</summary>
public sealed record GapOverview(
    GapFigures Missed,
    IReadOnlyDictionary<(Theme, DayParts), int> Supply,
    IReadOnlyList<Buurt> Buurten,
    IReadOnlyList<GapPlan> Plans,
    IReadOnlyDictionary<PersonId, PersonCard> Names
)
{
    public int SupplyIn(Theme theme, DayParts part) => Supply.GetValueOrDefault((theme, part));
}

public sealed class ReadGaps(NabijDb db, IPlaces places, IPeople people, IClock clock)
{
    /// <summary>What was missed longer ago counts no more.</summary>
    private const int MonthsOfMisses = 12;

    /// <summary>What there is, is what goes on in this many weeks.</summary>
    public const int WeeksOfSupply = 4;
    private const int MostPlans = 60;

    public async Task<GapOverview> HandleAsync(string? buurt, AccessFacts access, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var plans = await db.GapPlans.AsNoTracking().OrderByDescending(p => p.OpenedAt).ThenBy(p => p.Id).Take(MostPlans).ToListAsync(ct);
        var owners = plans.Select(p => p.Owner).OfType<PersonId>().Distinct().ToList();
        return new(
            GapFigures.Of(await MissedAsync(access, today, ct), buurt, access != AccessFacts.None),
            await SupplyAsync(buurt, access, today, ct),
            await places.BuurtenAsync(ct),
            plans,
            owners.Count == 0 ? new Dictionary<PersonId, PersonCard>() : await people.FindAsync(owners, ct)
        );
    }

    private async Task<List<MissCount>> MissedAsync(AccessFacts access, LocalDate today, CancellationToken ct)
    {
        var since = today.PlusMonths(-MonthsOfMisses);
        var counts = await db
            .Missed.Where(m => m.NotedOn >= since)
            .GroupBy(m => new { m.Buurt, m.Theme, m.Part, m.Access })
            .Select(g => new { g.Key.Buurt, g.Key.Theme, g.Key.Part, g.Key.Access, Number = g.Count() })
            .ToListAsync(ct);
        return
        [
            .. counts
                .GroupBy(c => (c.Buurt, c.Theme, c.Part))
                .Select(g => new MissCount(g.Key.Buurt, g.Key.Theme, g.Key.Part, g.Sum(c => c.Number), g.Where(c => (c.Access & access) == access).Sum(c => c.Number))),
        ];
    }

    private async Task<Dictionary<(Theme, DayParts), int>> SupplyAsync(string? buurt, AccessFacts access, LocalDate today, CancellationToken ct)
    {
        var activities = db.Activities.Sure;
        var dates = db.ActivityDates.Between(today, today.PlusWeeks(WeeksOfSupply)).Where(d => d.State != DateState.Cancelled);
        var supply = await (
            from date in dates
            join activity in activities on date.Activity equals activity.Id
            group date by new { date.Day, date.Part, activity.Theme, activity.Venue.Buurt, activity.Access } into g
            select new { g.Key.Day, g.Key.Part, g.Key.Theme, g.Key.Buurt, g.Key.Access, Number = g.Count() }
        ).ToListAsync(ct);
        return supply
            .Where(s => (buurt is null || s.Buurt == buurt) && (s.Access & access) == access)
            .GroupBy(s => (s.Theme, Part: PartOf(s.Day, s.Part)))
            .ToDictionary(g => g.Key, g => g.Sum(s => s.Number));
    }

    private static DayParts PartOf(LocalDate day, PartOfDay part) =>
        (day.DayOfWeek, part) switch
        {
            (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday, _) => DayParts.Weekend,
            (_, PartOfDay.Morning) => DayParts.WeekdayMorning,
            (_, PartOfDay.Afternoon) => DayParts.WeekdayAfternoon,
            _ => DayParts.WeekdayEvening,
        };
}
