using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

/// <summary>A neighbour in a circle, from one day until, perhaps, another. In one circle at a time.</summary>
public sealed class CircleMember(CircleId circle, PersonId person, LocalDate since)
{
    public const int MaxOwnWordsLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public CircleId Circle { get; private set; } = circle;
    public PersonId Person { get; private init; } = person;
    public LocalDate Since { get; private init; } = since;
    public LocalDate? Until { get; private set; }

    /// <summary>Whether the circle may see the telephone number: always their own choice.</summary>
    public bool SharesNumber { get; private set; }

    /// <summary>The last day on which the circle heard from them; null is not since they came.</summary>
    public LocalDate? HeardOn { get; private set; }

    /// <summary>
    /// Since when it is kept whether they were heard: for who belonged before that was kept, the first night after; null until then.
    /// </summary>
    public LocalDate? CountsFrom { get; private set; } = since;

    public Rhythm? OwnRhythm { get; private set; }

    /// <summary>How often they want to be heard; who did not say so, every month.</summary>
    public Rhythm Rhythm => OwnRhythm ?? Rhythm.Monthly;

    /// <summary>The neighbour, of their own choice, who passes on what the circle is told: for who has no telephone or mail.</summary>
    public PersonId? PassedOnBy { get; set; }

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

    public void IsHeard(LocalDate on) => HeardOn = HeardOn is { } known && known > on ? known : on;

    public void BeginsToCount(LocalDate today) => CountsFrom ??= today;

    public void Chooses(Rhythm rhythm) => OwnRhythm = rhythm;

    /// <summary>Goes along to another circle; what they told, and since when they belong, goes with them.</summary>
    public void GoesTo(CircleId other) => Circle = other;

    public void Leave(LocalDate today) => Until ??= today;
}
