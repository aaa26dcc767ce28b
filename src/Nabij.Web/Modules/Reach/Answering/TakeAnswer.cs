using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Answering;

/// <summary>
/// Takes what somebody answered, by whichever channel, and hands it to the module that asked. The answer on the message is
/// part of that module's save, so an answer counts once.
/// </summary>
public sealed class TakeAnswer(NabijDb db, IEnumerable<IReceiveAnswers> receivers, Trail trail, IClock clock)
{
    /// <summary>Null when it was accepted; otherwise why not, for the person to read or hear.</summary>
    public async Task<Refusal?> HandleAsync(PersonalMessage message, string answer, Channel by, PersonId notedBy, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (message.Take(answer, by, now) is { } refusal)
            return refusal;
        trail.Note(Subject.Of(message.Id), message.Person, "Trail.MessageAnswered", notedBy);
        db.Publish(new PersonWasHeard(message.Person, now), now);

        var answeredNow = message.AnsweredAt;
        var refused = await Receiver(message).ReceiveAsync(message.About, message.Person, answer, ct);
        if (message.AnsweredAt != answeredNow) // somebody else was faster with this very question, and that stands
            return new AnsweredBefore();

        if (refused is not null)
            message.Refused(refused);
        return await db.TrySaveAsync(ct) ? refused : new AnsweredBefore();
    }

    private IReceiveAnswers Receiver(PersonalMessage message) =>
        receivers.Single(r => string.Equals(r.SubjectKind, message.SubjectKind, StringComparison.Ordinal));
}
