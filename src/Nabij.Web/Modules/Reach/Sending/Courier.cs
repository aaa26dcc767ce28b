using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>Messages that leave as one: a mail with one or more of them, or one text message.</summary>
public sealed record Parcel(IReadOnlyList<PersonalMessage> Messages, Mail? Mail, string? Number, string? Text);

/// <summary>Packs what was claimed, hands it over, and marks how that went.</summary>
public sealed class Courier(
    NabijDb db,
    MessageWriter writer,
    AnswerLinks links,
    MailSender mails,
    TextMessageSender texts,
    IClock clock
)
{
    /// <summary>Puts it into words and makes the links in it; to be saved with the claim, before anything leaves.</summary>
    public Parcel Pack(IReadOnlyList<PersonalMessage> messages, Reachable reach, Instant now)
    {
        var t = writer.In(reach.Language);
        if (messages[0].Channel is Channel.TextMessage)
            return new(messages, null, reach.MobileNumber, MessageWriter.AsText(messages[0], t));

        foreach (var message in messages)
            message.GoTogetherWith(messages[0].Id);
        var linked = messages.Select(m => (m, m.IsQuestion ? links.For(m, now) : null)).ToList();
        return new(messages, writer.Mail(reach.MailAddress!, linked, t), null, null);
    }

    public async Task DeliverAsync(Parcel parcel, CancellationToken ct)
    {
        if (await BecameUntrueAsync(parcel, ct))
            return;
        var delivery = parcel.Mail is { } mail
            ? await mails.SendAsync(mail, ct)
            : await texts.SendAsync(parcel.Messages[0].Id, parcel.Number!, parcel.Text!, ct);

        var now = clock.GetCurrentInstant();
        foreach (var message in parcel.Messages)
            Mark(message, delivery, now);
        await db.TrySaveAsync(ct);
    }

    private static void Mark(PersonalMessage message, Delivery delivery, Instant now)
    {
        switch (delivery)
        {
            case Delivery.Taken:
                message.Sent(now);
                break;
            case Delivery.Later:
                message.TryLater(now);
                break;
            default:
                message.GiveUpThisWay(now);
                break;
        }
    }

    /// <summary>Between claim and hand-over something became untrue: nothing leaves, the rest goes in the next round.</summary>
    private async Task<bool> BecameUntrueAsync(Parcel parcel, CancellationToken ct)
    {
        var ids = parcel.Messages.Select(m => m.Id).ToList();
        var untrue = await db.Withdrawals.Where(w => ids.Contains(w.Message)).Select(w => w.Message).ToListAsync(ct);
        if (untrue.Count == 0)
            return false;

        var now = clock.GetCurrentInstant();
        foreach (var message in parcel.Messages)
        {
            if (untrue.Contains(message.Id))
                message.Cancel(now);
            else
                message.TakeBack(now);
        }
        await db.TrySaveAsync(ct);
        return true;
    }
}
