using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Correcting;

/// <summary>Somebody says that what is kept about them is not right; the desk answers within two weeks; the law gives it a month.</summary>
public sealed class AskCorrection(NabijDb db, IFollowUps followUps, Trail trail, IClock clock)
{
    public const int MaxWords = 500;

    private static readonly Duration AnsweredWithin = Duration.FromDays(14);

    public async Task<Refusal?> HandleAsync(PersonId person, string words, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(words))
            return new CorrectionNeedsWords();
        if (words.Trim().Length > MaxWords)
            return new CorrectionTooLong();
        var next = clock.GetCurrentInstant() + AnsweredWithin;
        await followUps.OpenAsync(new(Subject.Of(person), "FollowUp.Correction", words.Trim(), $"mensen/{person.Value}", next), ct);
        trail.Note(Subject.Of(person), person, "Trail.CorrectionAsked");
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public sealed record CorrectionNeedsWords : Refusal;

public sealed record CorrectionTooLong : Refusal;
