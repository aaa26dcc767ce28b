using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Answering;

/// <summary>
/// Takes a text message that somebody sent back. It answers the newest open question to that number; what cannot be
/// understood so, a person reads at the desk.
/// </summary>
public sealed class AnswerByText(
    NabijDb db,
    IPeople people,
    TakeAnswer take,
    IReach reach,
    IFollowUps followUps,
    TextCatalogue catalogue,
    IClock clock
)
{
    public async Task HandleAsync(string gatewayId, string from, string text, CancellationToken ct)
    {
        if (await db.IncomingTexts.AnyAsync(t => t.GatewayId == gatewayId, ct))
            return;
        var incoming = new IncomingText(gatewayId, clock.GetCurrentInstant());
        db.Add(incoming);

        var senders = await people.WithContactAsync(from, ct);
        var question = await NewestQuestionAsync(senders, ct);
        if (question is not null && TextAnswer.Read(text, question.Choices, Labels(question)) is { } answer)
            await AnswerAsync(question, answer, ct);
        else
            await LeaveToTheDeskAsync(incoming, senders, from, text, ct);
        await db.SaveChangesAsync(ct);
    }

    private Task<PersonalMessage?> NewestQuestionAsync(IReadOnlyList<PersonCard> senders, CancellationToken ct)
    {
        var ids = senders.Select(s => s.Id).ToList();
        var since = clock.GetCurrentInstant() - PersonalMessage.AnswersAreTakenFor;
        return db
            .Messages.Where(m => EF.Parameter(ids).Contains(m.Person))
            .Where(m => m.State == MessageState.Sent && m.Channel == Channel.TextMessage && m.EndedAt > since)
            .Where(m => m.Answers != "" && m.AnsweredAt == null)
            .OrderByDescending(m => m.EndedAt)
            .ThenByDescending(m => m.Id)
            .FirstOrDefaultAsync(ct);
    }

    private async Task AnswerAsync(PersonalMessage question, string answer, CancellationToken ct)
    {
        var refusal = await take.HandleAsync(question, answer, Channel.TextMessage, question.Person, ct);
        if (refusal is null or AnsweredBefore)
            return;
        var language = (await people.FindAsync(question.Person, ct))?.Language;
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["why"] = catalogue.In(language)[refusal] };
        reach.Tell(question.Person, new Message(Subject.Of(question.Id), "Reach.TooLate", words));
    }

    private Task LeaveToTheDeskAsync(
        IncomingText incoming,
        IReadOnlyList<PersonCard> senders,
        string from,
        string text,
        CancellationToken ct
    )
    {
        var who = senders.Count > 0 ? string.Join(" / ", senders.Select(s => s.FullName)) : from;
        incoming.LeaveToBeRead($"{who}: {text}");
        var about = new Subject(nameof(IncomingText), incoming.Id);
        var path = $"berichten/sms/{incoming.Id}";
        var followUp = new NewFollowUp(about, "FollowUp.TextToRead", who, path, clock.GetCurrentInstant());
        return followUps.OpenAsync(followUp, ct);
    }

    /// <summary>The words of the choices in every language that we have: somebody may type the answer out.</summary>
    private IReadOnlyList<IReadOnlyCollection<string>> Labels(PersonalMessage question) =>
        [
            .. question.Choices.Select(answer =>
                catalogue.Languages.Select(l => catalogue.In(l)[$"{question.Reason}.Answer.{answer}"]).ToList()
            ),
        ];
}
