using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

/// <summary>A neighbour in a circle, from one day until, perhaps, another. In one circle at a time.</summary>
public sealed class CircleMember(CircleId circle, PersonId person, LocalDate since)
{
    public const int MaxOwnWordsLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public CircleId Circle { get; private init; } = circle;
    public PersonId Person { get; private init; } = person;
    public LocalDate Since { get; private init; } = since;
    public LocalDate? Until { get; private set; }

    /// <summary>Whether the circle may see the telephone number: always their own choice.</summary>
    public bool SharesNumber { get; private set; }

    /// <summary>What they say of themselves: 'Kookt graag voor een ander.'</summary>
    public string OwnWords { get; private set; } = "";

    public Refusal? Tell(bool sharesNumber, string ownWords)
    {
        if (ownWords.Trim().Length > MaxOwnWordsLength)
            return new OwnWordsTooLong();
        (SharesNumber, OwnWords) = (sharesNumber, ownWords.Trim());
        return null;
    }

    /// <summary>Since when it is no longer known what they said of themselves.</summary>
    public Instant? ForgottenAt { get; private set; }

    public void Forget(Instant now) => (SharesNumber, OwnWords, ForgottenAt) = (false, "", ForgottenAt ?? now);

    public void Leave(LocalDate today) => Until ??= today;
}
