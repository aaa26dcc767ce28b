using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Widening;

/// <summary>When people were last asked, and how much they were called upon this month.</summary>
public sealed class Turns(NabijDb db)
{
    /// <summary>Who was not asked for this long is as good as never asked.</summary>
    public static readonly Duration Remembered = Duration.FromDays(180);

    /// <summary>
    /// Nobody's month, nor the time in which they are expected to answer, is longer: of these days each question is counted, of
    /// the days before only when the last one was.
    /// </summary>
    private static readonly Duration Counted = Duration.FromDays(32);

    /// <summary>Who has not answered for this long is not expected to; what they were asked since the first of the month counts.</summary>
    private static readonly Duration Expected = Duration.FromDays(7);

    public async Task<IReadOnlyDictionary<PersonId, (Instant? LastAsked, Load ThisMonth)>> OfAsync(
        IReadOnlyCollection<PersonId> persons,
        Instant now,
        CancellationToken ct
    )
    {
        var month = now.TodayAt().With(DateAdjusters.StartOfMonth).InstantAt(LocalTime.Midnight);
        var asked = await AskedAsync(persons, now, month, ct);
        var promised = await PromisedAsync(persons, month, ct);
        return persons.ToDictionary(
            p => p,
            p =>
                asked.GetValueOrDefault(p) is { } a
                    ? ((Instant?)a.Last, new Load(promised.GetValueOrDefault(p) + a.Open, a.ThisMonth))
                    : (null, new Load(promised.GetValueOrDefault(p), 0))
        );
    }

    private async Task<Dictionary<PersonId, AskedOften>> AskedAsync(
        IReadOnlyCollection<PersonId> persons,
        Instant now,
        Instant month,
        CancellationToken ct
    )
    {
        var (since, openSince) = (now - Counted, Instant.Min(month, now - Expected));
        var asked = await db
            .Asks.Where(a => persons.Contains(a.Person) && a.AskedAt > since)
            .GroupBy(a => a.Person)
            .Select(g => new AskedOften(
                g.Key,
                g.Max(a => a.AskedAt),
                g.Count(a => a.AskedAt >= month),
                g.Count(a => a.AskedAt >= openSince && a.Answer == AskAnswer.None && a.ToldFilledAt == null)
            ))
            .ToDictionaryAsync(a => a.Person, ct);
        List<PersonId> others = [.. persons.Where(p => !asked.ContainsKey(p))];
        foreach (var (person, last) in others.Count == 0 ? [] : await LastAskedAsync(others, now, ct))
            asked[person] = new(person, last, 0, 0);
        return asked;
    }

    private Task<Dictionary<PersonId, Instant>> LastAskedAsync(IReadOnlyCollection<PersonId> persons, Instant now, CancellationToken ct)
    {
        var since = now - Remembered;
        return db
            .Asks.Where(a => persons.Contains(a.Person) && a.AskedAt > since)
            .GroupBy(a => a.Person)
            .Select(g => new { g.Key, Last = g.Max(a => a.AskedAt) })
            .ToDictionaryAsync(a => a.Key, a => a.Last, ct);
    }

    /// <summary>Help they said yes to this month, and the weeks of weekly help that goes on.</summary>
    private async Task<Dictionary<PersonId, int>> PromisedAsync(
        IReadOnlyCollection<PersonId> persons,
        Instant month,
        CancellationToken ct
    )
    {
        // two questions, since each has an index that answers it without reading what was promised long ago
        var ofPersons = db.HelpRequests.Where(r => r.ClaimedBy != null && persons.Contains(r.ClaimedBy.Value));
        var thisMonth = ofPersons.Where(r => r.ClaimedAt >= month);
        var goingOn = ofPersons.In(HelpState.Found).Where(r => r.ClaimedAt < month && r.Plan.Rhythm == Rhythm.Weekly);
        var promised = (await PlansAsync(thisMonth, ct)).Concat(await PlansAsync(goingOn, ct));
        return promised.GroupBy(p => p.Helper).ToDictionary(g => g.Key, g => g.Sum(p => p.Plan.TimesAMonth));
    }

    private static async Task<List<(PersonId Helper, HelpPlan Plan)>> PlansAsync(IQueryable<HelpRequest> promised, CancellationToken ct)
    {
        var plans = await promised.Select(r => new { Helper = r.ClaimedBy!.Value, r.Plan }).ToListAsync(ct);
        return [.. plans.Select(p => (p.Helper, p.Plan))];
    }

    private sealed record AskedOften(PersonId Person, Instant Last, int ThisMonth, int Open);
}
