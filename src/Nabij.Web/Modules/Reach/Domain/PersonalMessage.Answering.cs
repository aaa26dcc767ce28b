using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>What the person answered, once.</summary>
public sealed partial class PersonalMessage
{
    /// <summary>How long a link or a text message can answer a question that has no end of its own.</summary>
    public static readonly Duration AnswersAreTakenFor = Duration.FromDays(30);

    public const int MaxAnswerLength = 40;

    public string? Answer { get; private set; }
    public Instant? AnsweredAt { get; private set; }
    public Channel? AnsweredBy { get; private set; }

    /// <summary>Key of the words that the person got for an answer that came too late.</summary>
    public string? RefusedWith { get; private set; }

    /// <summary>Why this cannot be answered so, or null. What was answered before is no refusal: it is shown again.</summary>
    public Refusal? RefusalOfAnswer(string answer, Instant now) =>
        this switch
        {
            _ when !Choices.Contains(answer, StringComparer.Ordinal) => new NoSuchAnswer(),
            { AnsweredAt: not null } => new AnsweredBefore(),
            _ when HasExpired(now) => new QuestionHasExpired(),
            _ => null,
        };

    public Refusal? Take(string answer, Channel by, Instant now)
    {
        if (RefusalOfAnswer(answer, now) is { } refusal)
            return refusal;
        (Answer, AnsweredAt, AnsweredBy) = (answer, now, by);
        return null;
    }

    /// <summary>The answer could not be accepted any more; this is what the person reads.</summary>
    public void Refused(Refusal refusal) => RefusedWith = refusal.TextKey;
}

public sealed record NoSuchAnswer : Refusal;

public sealed record AnsweredBefore : Refusal;

public sealed record QuestionHasExpired : Refusal;
