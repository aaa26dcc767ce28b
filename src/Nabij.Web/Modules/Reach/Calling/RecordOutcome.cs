using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Answering;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Calling;

/// <summary>How a call, or a visit, went.</summary>
public enum CallOutcome
{
    Spoken,
    NotReached,
    WrongNumber,
}

/// <summary>Writes down how a call or a visit went, or what the person answered.</summary>
public sealed class RecordOutcome(
    NabijDb db,
    Lines lines,
    TakeAnswer takeAnswer,
    IPeople people,
    IFollowUps followUps,
    CurrentPerson person,
    IClock clock
)
{
    /// <summary>A wrong number is to be put right within a day.</summary>
    private static readonly Duration RightNumberWithin = Duration.FromDays(1);

    /// <summary>The person answered the question; a refusal of the module that asked is in the message, to be told.</summary>
    public async Task<Refusal?> AnswerAsync(MessageId id, string answer, CancellationToken ct)
    {
        if (await lines.FindAsync(id, ct) is not { } line)
            return new NoSuchLine();
        var now = clock.GetCurrentInstant();
        if (line.RefusalOfAnswer(answer, now) is { } cannot)
            return cannot;
        if (line.Spoken(person.Id, now) is { } refusal)
            return refusal;

        var by = line.Channel ?? Channel.Call;
        var refused = await takeAnswer.HandleAsync(line, answer, by, person.Id, ct);
        return refused is AnsweredBefore ? refused : null;
    }

    public async Task<Refusal?> HandleAsync(MessageId id, CallOutcome outcome, CancellationToken ct)
    {
        if (await lines.FindAsync(id, ct) is not { } line)
            return new NoSuchLine();
        var now = clock.GetCurrentInstant();
        if (Record(line, outcome, now) is { } refusal)
            return refusal;
        if (outcome is CallOutcome.Spoken)
            db.Publish(new PersonWasHeard(line.Person, now), now);
        if (outcome is CallOutcome.WrongNumber)
            await AskForTheRightNumberAsync(line, ct);
        return await db.TrySaveAsync(ct) ? null : new LineIsTaken();
    }

    private Refusal? Record(PersonalMessage line, CallOutcome outcome, Instant now) =>
        outcome switch
        {
            CallOutcome.Spoken => line.Spoken(person.Id, now),
            CallOutcome.NotReached => line.NotReached(person.Id, now),
            _ => line.WrongNumber(person.Id, now),
        };

    private async Task AskForTheRightNumberAsync(PersonalMessage line, CancellationToken ct)
    {
        var name = (await people.FindAsync(line.Person, ct))?.FullName ?? "";
        var nextDate = clock.GetCurrentInstant() + RightNumberWithin;
        var path = $"berichten/{line.Id.Value}";
        await followUps.OpenAsync(new(Subject.Of(line.Id), "FollowUp.WrongNumber", name, path, nextDate), ct);
    }
}
