using System.ComponentModel.DataAnnotations.Schema;
using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>The question in the words of who asks, before it becomes a request.</summary>
public sealed record WhatIsAsked(
    HelpKind Kind,
    string Title,
    string Details,
    HelpPlan Plan,
    int Minutes,
    Urgency Urgency,
    Readers Readers
)
{
    /// <summary>All that is wrong with it, so that one page can say everything at once.</summary>
    public IEnumerable<Refusal> RefusalsSeenFrom(LocalDate today)
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return new TitleMissing();
        if (Title.Length > HelpRequest.MaxTitleLength)
            yield return new TitleTooLong();
        if (Details.Length > HelpRequest.MaxDetailsLength)
            yield return new DetailsTooLong();
        if (Minutes is < HelpRequest.MinMinutes or > HelpRequest.MaxMinutes)
            yield return new MinutesOutOfRange();
        if (Plan.RefusalSeenFrom(today) is { } refusal)
            yield return refusal;
    }
}

/// <summary>How somebody agreed that their question is passed on.</summary>
public enum ConsentHow
{
    AskedOneself,
    SaidByPhone,
    SaidInPerson,
    InWriting,
}

/// <summary>The consent under which the question is passed on: how it was given, when, and who wrote it down.</summary>
[ComplexType]
public sealed record Consent(ConsentHow How, Instant RecordedAt, PersonId RecordedBy);

/// <summary>Where the help is, and in which language. No circle: nobody has drawn one there yet.</summary>
public sealed record Whereabouts(AddressId? Home, CircleId? Circle, string? Buurt, string Language);
