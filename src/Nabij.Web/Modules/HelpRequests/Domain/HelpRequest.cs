using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>
/// Somebody asks for a hand. Neighbours are asked ring by ring until one says yes; at most one holds the claim. Each change
/// of state is a line of <see cref="AllowedChanges"/>.
/// </summary>
public sealed partial class HelpRequest
{
    public const int MaxTitleLength = 120;
    public const int MaxDetailsLength = 1000;
    /// <summary>What stands in place of a title that was forgotten.</summary>
    public const string ForgottenTitle = "…";

    public const int MinMinutes = 5;
    public const int MaxMinutes = 480;

    private HelpRequest() { }

    public HelpRequest(
        WhatIsAsked what,
        PersonId askedFor,
        PersonId askedBy,
        Consent consent,
        Whereabouts where,
        Instant now
    )
    {
        (Kind, Title, Details, Minutes) = (what.Kind, what.Title.Trim(), what.Details.Trim(), what.Minutes);
        (Plan, Urgency, Readers) = (what.Plan, what.Urgency, what.Readers);
        (AskedFor, AskedBy, Consent, AskedAt) = (askedFor, askedBy, consent, now);
        (Home, Circle, Buurt, Language) = (where.Home, where.Circle, where.Buurt, where.Language);
        StartSearch(now);
    }

    public HelpRequestId Id { get; init; } = HelpRequestId.New();
    public PersonId AskedFor { get; private init; }
    public PersonId AskedBy { get; private init; }
    public Consent Consent { get; private init; } = null!; // set by the constructor, or by the database
    public Instant AskedAt { get; private init; }
    public HelpKind Kind { get; private init; }
    public string Title { get; private set; } = "";
    public string Details { get; private set; } = "";
    public HelpPlan Plan { get; private set; } = HelpPlan.Sometime();
    public int Minutes { get; private init; }
    public Urgency Urgency { get; private set; }
    public Readers Readers { get; private init; }
    public AddressId? Home { get; private set; }
    public CircleId? Circle { get; private set; }
    public string? Buurt { get; private init; }

    /// <summary>The language of who is helped.</summary>
    public string Language { get; private init; } = "";

    /// <summary>The weekly help of which this takes over one day; it ends by itself after that day.</summary>
    public HelpRequestId? CoverFor { get; private init; }

    public HelpState State { get; private set; }
    public Instant StateSince { get; private set; }

    /// <summary>Text key of why it is in this state: the reason of the change that brought it here.</summary>
    public string Reason { get; private set; } = "HelpChange.Asked";

    /// <summary>When the next thing happens by itself: others are asked, both sides are asked how it went, it closes.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>Since when it is no longer known what was asked, and where.</summary>
    public Instant? ForgottenAt { get; private set; }

    public bool IsOpen => !AllowedChanges.IsEnd(State);

    public bool IsOnBehalf => AskedFor != AskedBy;

    /// <summary>The front door belongs to another circle now: that is asked first from here on, and its contact looks after it.</summary>
    public void BelongsTo(CircleId? circle) => Circle = circle;

    /// <summary>What was asked is forgotten; that it was asked, and how it ended, is not.</summary>
    public void Forget(Instant now) => (Title, Details, Home, ForgottenAt) = (ForgottenTitle, "", null, ForgottenAt ?? now);

    public Refusal? Withdraw(Instant now) => Become(HelpState.Withdrawn, now);

    /// <summary>Ends the search for a day that has passed; says whether it had.</summary>
    public bool Expire(Instant now) => ExpiresAt <= now && Become(HelpState.Expired, now) is null;

    /// <summary>One day of this weekly help, for somebody else to do.</summary>
    public (HelpRequest? Cover, Refusal? Refusal) PlanCover(LocalDate day, LocalDate today, PersonId by, Instant now)
    {
        if (Plan.Rhythm != Rhythm.Weekly || !Plan.FallsOn(day) || day < today)
            return (null, new NoDayOfThisHelp());

        var what = new WhatIsAsked(
            Kind,
            Title,
            Details,
            HelpPlan.On(day, Plan.DayPart, Plan.Time),
            Minutes,
            Period.DaysBetween(today, day) < 2 ? Urgency.Today : Urgency.ThisWeek,
            Readers
        );
        var consent = new Consent(Consent.How, now, by);
        return (new(what, AskedFor, by, consent, new(Home, Circle, Buurt, Language), now) { CoverFor = Id }, null);
    }

    private NotPossibleNow? Become(HelpState next, Instant now)
    {
        if (AllowedChanges.Find(State, next) is not { } change)
            return new NotPossibleNow();
        (State, StateSince, Reason) = (next, now, change.Reason);
        return null;
    }
}
