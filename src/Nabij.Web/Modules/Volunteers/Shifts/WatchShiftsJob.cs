using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>Ends what is past, and looks in time for somebody else where the member will be away on the day.</summary>
public sealed class WatchShiftsJob(NabijDb db, IPeople people, EndLending end, Changes changes) : ICommunityJob
{
    private const int DaysAhead = 14;
    private readonly Dictionary<LocalDate, IReadOnlySet<PersonId>> away = [];

    public async Task RunAsync(CancellationToken ct)
    {
        var today = changes.Today;
        var soon = today.PlusDays(DaysAhead);
        var due = await db
            .Shifts.Open.Include(s => s.Lendings)
            .Where(s => s.Last < today || (s.First == s.Last && s.First <= soon && s.State != ShiftState.Open))
            .OrderBy(s => s.First)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);
        foreach (var shift in due)
        {
            if (shift.Pass(today, changes.Now))
                await changes.SaveAsync(shift, ct);
            else if (shift.Current is { } lending && (await AwayOnAsync(shift.First, ct)).Contains(lending.Person))
                await LetGoAsync(shift, ct);
        }
    }

    private async Task<IReadOnlySet<PersonId>> AwayOnAsync(LocalDate day, CancellationToken ct)
    {
        if (!away.TryGetValue(day, out var persons))
            away[day] = persons = await people.AwayAsync(day, ct);
        return persons;
    }

    private async Task LetGoAsync(Shift shift, CancellationToken ct)
    {
        await end.FreeAsync(shift, (s, now) => s.GoAway(now), by: null, ct);
        await changes.TrySaveAsync(ct);
    }
}
