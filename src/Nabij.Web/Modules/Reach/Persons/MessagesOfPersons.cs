using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;
using NodaTime;

namespace Nabij.Modules.Reach.Persons;

/// <summary>What was told to somebody, and what they sent us.</summary>
public sealed class MessagesOfPersons(NabijDb db, IPeople people, IFollowUps followUps, Texts texts, IClock clock) : IAnswerForPersons
{
    private const int AtOnce = 500;

    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Message, "messages", ["Person", "LockedBy"], "Words"),
        new(Retention.IncomingText, "incoming_texts", [], "Unread"),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [new(Retention.Message, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var told = await db.Messages.AsNoTracking().Where(m => m.Person == person).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(ct);
        return [.. told.Select(m => new KeptRecord(Retention.Message, m.CreatedAt, [.. FactsOf(m)]))];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var told = await db.Messages.Where(m => m.Person == person && m.ForgottenAt == null).ToListAsync(ct);
        foreach (var message in told)
        {
            if (message.IsOpen)
                db.Add(new Withdrawal(message.Id, now));
            message.Forget(now);
        }
        var ids = told.Select(m => m.Id).ToList();
        await db.AnswerLinks.Where(l => EF.Parameter(ids).Contains(l.Message)).ExecuteDeleteAsync(ct);
        await ForgetTextsAsync(person, ct);
    }

    /// <summary>What they texted and nobody read yet: it is encrypted, so each is looked at. There are few.</summary>
    private async Task ForgetTextsAsync(PersonId person, CancellationToken ct)
    {
        var names = await people.FindAsync(person, ct);
        var ways = (await people.ReachAsync([person], ct)).GetValueOrDefault(person);
        var signs = new[] { names?.FullName, ways?.MobileNumber, ways?.PhoneNumber }.Where(s => s is { Length: > 3 }).Select(s => s!).ToList();
        foreach (var text in await db.IncomingTexts.Where(t => t.Unread != null).ToListAsync(ct))
        {
            if (!signs.Exists(sign => text.Unread!.Contains(sign, StringComparison.Ordinal)))
                continue;
            text.WasRead();
            var about = new Subject(nameof(IncomingText), text.Id);
            await followUps.CloseAsync(about, ct);
            await followUps.ForgetAsync(about.Kind, [about.Id], ct);
        }
    }

    private IEnumerable<(string, string)> FactsOf(PersonalMessage message)
    {
        yield return ("Kept.Fact.What", message.ForgottenAt is null ? MessageWriter.Subject(message, texts) : texts["Reach.Message.Forgotten"]);
        if (message.Channel is { } channel)
            yield return ("Kept.Fact.By", texts[$"Reach.Channel.{channel}"]);
        if (message.Answer is { } answer)
            yield return ("Kept.Fact.Answer", MessageWriter.Choice(message, answer, texts));
    }

    private IQueryable<PersonalMessage> Past(Instant before) => db.Messages.Where(m => m.ForgottenAt == null && m.EndedAt < before);

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        while (await Past(before).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } past)
        {
            foreach (var message in past)
                message.Forget(clock.GetCurrentInstant());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
