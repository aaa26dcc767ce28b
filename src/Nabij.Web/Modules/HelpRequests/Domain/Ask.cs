using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>One question put to one neighbour.</summary>
public readonly record struct AskId(Guid Value) : ITypedId<AskId>
{
    public static AskId New() => new(Guid.CreateVersion7());

    public static AskId From(Guid value) => new(value);
}

public enum AskAnswer
{
    None,
    DoIt,
    NotNow,
    NeverThis,
}

/// <summary>
/// One neighbour, or the contact person of one organisation, was asked for one request. An answer may come late: as long
/// as nobody else was found, a yes is welcome.
/// </summary>
public sealed class Ask(HelpRequestId request, int search, PersonId person, Ring ring, Instant askedAt, Instant answerBy)
{
    public AskId Id { get; private init; } = AskId.New();
    public HelpRequestId Request { get; private init; } = request;

    /// <summary>For which search of the request: it counts up each time the search starts anew.</summary>
    public int Search { get; private init; } = search;
    public PersonId Person { get; private init; } = person;
    public OrganisationId? Organisation { get; init; }
    public Ring Ring { get; private init; } = ring;
    public Instant AskedAt { get; private init; } = askedAt;
    public Instant AnswerBy { get; private init; } = answerBy;
    public AskAnswer Answer { get; private set; }
    public Instant? AnsweredAt { get; private set; }

    /// <summary>When they heard that it is no longer needed.</summary>
    public Instant? ToldFilledAt { get; private set; }

    /// <summary>They may still say yes.</summary>
    public bool IsOpen => Answer == AskAnswer.None && ToldFilledAt is null;

    /// <summary>The last answer counts: who said 'not now' may come back to it.</summary>
    public void Answered(AskAnswer answer, Instant now) => (Answer, AnsweredAt) = (answer, now);

    /// <summary>Somebody else was found; says whether this was news.</summary>
    public bool ToldFilled(Instant now)
    {
        if (!IsOpen)
            return false;
        ToldFilledAt = now;
        return true;
    }
}
