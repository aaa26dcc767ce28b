using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;
using NodaTime;

namespace Nabij.Modules.Reach.Answering;

/// <summary>Answers by the link in a mail, without signing in.</summary>
public sealed class AnswerByLink(NabijDb db, TakeAnswer take, IClock clock)
{
    /// <summary>The question behind this link, and whether the link still works; null when it is nobody's.</summary>
    public async Task<LinkedQuestion?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = AnswerLinks.HashOf(secret);
        var messages = db.Messages;
        var found = await (
            from link in db.AnswerLinks
            where link.SecretHash == hash
            join message in messages on link.Message equals message.Id
            select new { link, message }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new(found.message, found.link.HasExpired(clock.GetCurrentInstant()));
    }

    public async Task<Refusal?> HandleAsync(string secret, string answer, CancellationToken ct) =>
        await FindAsync(secret, ct) switch
        {
            null => new NoSuchAnswer(),
            { HasExpired: true } => new QuestionHasExpired(),
            { Message: var message } => await take.HandleAsync(message, answer, Channel.Mail, message.Person, ct),
        };
}

public sealed record LinkedQuestion(PersonalMessage Message, bool HasExpired);
