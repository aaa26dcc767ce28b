using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Calling;

/// <summary>The lines of the call list and of the list of visits.</summary>
public sealed class Lines(NabijDb db, IPeople people, IClock clock)
{
    public const int MostOnAPage = 50;

    /// <summary>
    /// What is to be called about, or visited for, now: what waits longest stands first, and with it all the rest for
    /// the same person, so that somebody is called once.
    /// </summary>
    public async Task<LinesOfToday> DueAsync(MessageState state, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = Due(now, state);
        var lines = await due.AsNoTracking().OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(MostOnAPage).ToListAsync(ct);
        var names = lines.Count == 0
            ? new Dictionary<PersonId, PersonCard>()
            : await people.FindAsync(lines.SelectMany(l => new[] { l.Person, l.LockedBy ?? l.Person }), ct);
        var byPerson = lines.GroupBy(l => l.Person).SelectMany(g => g).ToList();
        return new(byPerson, names, lines.Count < MostOnAPage ? lines.Count : await due.CountAsync(ct));
    }

    /// <summary>How much there is to call, to visit and to print, in one query.</summary>
    public async Task<IReadOnlyDictionary<MessageState, int>> CountAsync(CancellationToken ct) =>
        await Due(clock.GetCurrentInstant(), MessageState.OnCallList, MessageState.ToVisit, MessageState.ToPrint)
            .GroupBy(m => m.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, ct);

    private IQueryable<PersonalMessage> Due(Instant now, params IReadOnlyCollection<MessageState> states) =>
        db.MessagesThatAre(states).Where(m => m.State == MessageState.ToPrint || m.DueAt <= now).Where(m => m.NotAfter == null || m.NotAfter >= now);

    /// <summary>A line that is still true, or one that was settled.</summary>
    public Task<PersonalMessage?> FindAsync(MessageId id, CancellationToken ct)
    {
        var withdrawals = db.Withdrawals;
        return db.Messages.SingleOrDefaultAsync(
            m => m.Id == id && (m.EndedAt != null || !withdrawals.Any(w => w.Message == m.Id)),
            ct
        );
    }
}

public sealed record LinesOfToday(
    IReadOnlyList<PersonalMessage> Lines,
    IReadOnlyDictionary<PersonId, PersonCard> People,
    int Total
)
{
    public string NameOf(PersonId person) => People.GetValueOrDefault(person)?.FullName ?? "";
}
