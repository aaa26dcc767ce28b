using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>
/// Tells one person what is due, each thing by its way. What goes by mail or text message is first claimed in a save of its
/// own, then handed over, then marked: whoever stops halfway leaves a claim that another node takes up after its lease,
/// with the same identity.
/// </summary>
public sealed class TellDueMessages(
    NabijDb db,
    IPeople people,
    IFollowUps followUps,
    MessageWriter writer,
    Courier courier,
    ReachSettings settings
)
{
    /// <summary>More news than this at once becomes a second mail.</summary>
    private const int MostInOneMail = 10;

    public async Task HandleAsync(PersonId person, Instant now, CancellationToken ct)
    {
        var messages = await ReadyAsync(person, now, ct);
        if (!messages.Exists(m => m.DueAt <= now))
            return;
        var reach = (await people.ReachAsync([person], ct)).GetValueOrDefault(person);

        foreach (var message in messages.Where(m => m.DueAt <= now))
            await RouteAsync(message, reach, now, ct);
        if (messages.Exists(m => m is { State: MessageState.Sending, Channel: Channel.Mail }))
            TakeAlong(messages, reach!, now);

        var parcels = Parcels(messages).Select(m => courier.Pack(m, reach!, now)).ToList();
        if (!await db.TrySaveAsync(ct)) // another node is at it
            return;
        foreach (var parcel in parcels)
            await courier.DeliverAsync(parcel, ct);
    }

    /// <summary>What is due and what may come along, without what is no longer true.</summary>
    private async Task<List<PersonalMessage>> ReadyAsync(PersonId person, Instant now, CancellationToken ct)
    {
        var waiting = await db
            .MessagesThatAre(MessageState.Waiting)
            .Where(m => m.Person == person && (m.DueAt <= now || m.MayWait))
            .OrderBy(m => m.Id)
            .ToListAsync(ct);
        return [.. waiting.Where(m => (m.DueAt <= now || m.MayComeAlong(now)) && !m.HasExpired(now))];
    }

    private async Task RouteAsync(PersonalMessage message, Reachable? reach, Instant now, CancellationToken ct)
    {
        if (message.WaitsForMorning(now))
            return;
        if (reach is not null && Routes.For(message, reach, settings.Outlets, now) is { } channel)
        {
            message.GoBy(channel, now);
            return;
        }
        message.Fail(now);
        await LeaveToTheDeskAsync(message, now, ct);
    }

    private async Task LeaveToTheDeskAsync(PersonalMessage message, Instant now, CancellationToken ct)
    {
        var name = (await people.FindAsync(message.Person, ct))?.FullName ?? "?";
        var title = $"{name}: {MessageWriter.Subject(message, writer.In(TextCatalogue.FirstLanguage))}";
        var path = $"berichten/{message.Id.Value}";
        await followUps.OpenAsync(new(Subject.Of(message.Id), "FollowUp.NotReached", title, path, now), ct);
    }

    private void TakeAlong(List<PersonalMessage> messages, Reachable reach, Instant now)
    {
        foreach (var message in messages.Where(m => m.State is MessageState.Waiting && m.MayComeAlong(now)))
        {
            if (Routes.For(message, reach, settings.Outlets, now) is Channel.Mail)
                message.GoBy(Channel.Mail, now);
        }
    }

    /// <summary>What goes out together: mails that were together before, new mail together, text messages one by one.</summary>
    private static IEnumerable<IReadOnlyList<PersonalMessage>> Parcels(List<PersonalMessage> messages)
    {
        var sending = messages.Where(m => m.State is MessageState.Sending).ToLookup(m => m.Channel);
        foreach (var text in sending[Channel.TextMessage])
            yield return [text];
        foreach (var again in sending[Channel.Mail].Where(m => m.SentWith is not null).GroupBy(m => m.SentWith))
            yield return [.. again];
        foreach (var mail in sending[Channel.Mail].Where(m => m.SentWith is null).Chunk(MostInOneMail))
            yield return mail;
    }
}
