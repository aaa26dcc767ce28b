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

    private Task<Dictionary<PersonId, AskedOften>> AskedAsync(
        IReadOnlyCollection<PersonId> persons,
        Instant now,
        Instant month,
        CancellationToken ct
    )
    {
        var since = now - Remembered;
        var openSince = Instant.Min(month, now - Expected);
        return db
            .Asks.Where(a => persons.Contains(a.Person) && a.AskedAt > since)
            .GroupBy(a => a.Person)
            .Select(g => new AskedOften(
                g.Key,
                g.Max(a => a.AskedAt),
                g.Count(a => a.AskedAt >= month),
                g.Count(a => a.AskedAt >= openSince && a.Answer == AskAnswer.None && a.ToldFilledAt == null)
            ))
            .ToDictionaryAsync(a => a.Person, ct);
    }

    /// <summary>Help they said yes to this month, and the weeks of weekly help that goes on.</summary>
    private async Task<Dictionary<PersonId, int>> PromisedAsync(
        IReadOnlyCollection<PersonId> persons,
        Instant month,
        CancellationToken ct
    )
    {
        var promised = await db
            .HelpRequests.Where(r => r.ClaimedBy != null && persons.Contains(r.ClaimedBy.Value))
            .Where(r => r.ClaimedAt >= month || (r.Plan.Rhythm == Rhythm.Weekly && r.State == HelpState.Found))
            .Select(r => new { Helper = r.ClaimedBy!.Value, r.Plan })
            .ToListAsync(ct);
        return promised.GroupBy(p => p.Helper).ToDictionary(g => g.Key, g => g.Sum(p => p.Plan.TimesAMonth));
    }

    private sealed record AskedOften(PersonId Person, Instant Last, int ThisMonth, int Open);
}
