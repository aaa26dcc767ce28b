using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Something to do in the neighbourhood, with all that one wants to know before going.</summary>
public sealed partial class Activity(Source source, Instant addedAt)
{
    public const int MaxTitleLength = 120;
    public const int MaxDescriptionLength = 4000;
    public const int MaxPaceLength = 200;
    public const int MaxCents = 1_000_000;
    public const int MaxCostWordsLength = 60;
    public const int MaxPhoneLength = 20;
    public const int MaxLinkLength = 500;
    public const int MaxUidLength = 255;

    private readonly List<ActivityHost> hosts = [];

    public ActivityId Id { get; init; } = ActivityId.New();
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Theme Theme { get; private set; }
    public Audience Audience { get; private set; }
    public int? Cents { get; private set; }
    public string CostWords { get; private set; } = "";
    public AccessFacts Access { get; private set; }
    public Level Level { get; private set; }
    public string Pace { get; private set; } = "";
    public string ContactPhone { get; private set; } = "";
    public string Link { get; private set; } = "";
    public Venue Venue { get; private set; } = Venue.Unknown;
    public SignUpTerms SignUp { get; private set; } = SignUpTerms.JustCome;
    public Timing Timing { get; private set; } = new("", null, false);

    /// <summary>The organisations that do it, the first one first; all are credited.</summary>
    public IReadOnlyList<ActivityHost> Hosts => hosts;

    public Source Source { get; private init; } = source;

    /// <summary>For what a feed brought: which feed, and what it calls this activity there.</summary>
    public FeedId? Feed { get; private init; }
    public string? FeedUid { get; private init; }

    /// <summary>The same activity by another host, which is shown in its place.</summary>
    public ActivityId? MergedInto { get; private set; }

    public Instant AddedAt { get; private init; } = addedAt;
    public Instant ChangedAt { get; private set; } = addedAt;

    /// <summary>How often it was changed: calendars that follow us know by it which they have.</summary>
    public int Revision { get; private set; }

    /// <summary>All its dates are off.</summary>
    public Instant? CancelledAt { get; private set; }

    /// <summary>Its words were taken up for searching at this moment; null is not yet.</summary>
    public Instant? IndexedAt { get; private set; }

    /// <summary>Until when its dates stand in the table.</summary>
    public LocalDate PlannedUntil { get; private set; }

    public static Activity FromFeed(FeedId feed, string uid, Instant now) => new(Source.Feed, now) { Feed = feed, FeedUid = uid };

    public OrganisationId? FirstHost => hosts.Where(h => h.Through is null).OrderBy(h => h.Place).Select(h => (OrganisationId?)h.Organisation).FirstOrDefault();

    public ActivityDetails Details =>
        new(Title, Theme, Venue)
        {
            Description = Description,
            Audience = Audience,
            Cents = Cents,
            CostWords = CostWords,
            Access = Access,
            Level = Level,
            Pace = Pace,
            ContactPhone = ContactPhone,
            Link = Link,
            SignUp = SignUp,
        };

    /// <summary>Says whether anything changed; what cannot be is for <see cref="ActivityDetails.Refusals"/> to say first.</summary>
    public bool Describe(ActivityDetails details, Instant now)
    {
        if (details == Details)
            return false;
        (Title, Description, Theme, Audience) = (details.Title.Trim(), details.Description.Trim(), details.Theme, details.Audience);
        (Cents, CostWords, Access, Level, Pace) = (details.Cents, details.CostWords, details.Access, details.Level, details.Pace);
        (ContactPhone, Link, Venue, SignUp) = (details.ContactPhone, details.Link, details.Venue, details.SignUp);
        IndexedAt = null;
        Changed(now);
        return true;
    }

    /// <summary>Says whether anything changed. Its dates follow with <see cref="DatePlan"/>.</summary>
    public bool TakesPlace(Timing timing, Instant now)
    {
        if (timing == Timing)
            return false;
        Timing = timing;
        PlannedUntil = default;
        Changed(now);
        return true;
    }

    /// <summary>Says whether anything changed. Who was credited through a duplicate stays.</summary>
    public bool HostedBy(IReadOnlyList<OrganisationId> organisations, Instant now)
    {
        if (hosts.Where(h => h.Through is null).OrderBy(h => h.Place).Select(h => h.Organisation).SequenceEqual(organisations))
            return false;
        hosts.RemoveAll(h => h.Through is null || organisations.Contains(h.Organisation));
        hosts.AddRange(organisations.Distinct().Select((organisation, place) => new ActivityHost(Id, organisation, place, null)));
        IndexedAt = null;
        Changed(now);
        return true;
    }

    /// <summary>Another entry is the same activity: this one steps back, and its hosts are credited there.</summary>
    public void MergeInto(Activity other, Instant now)
    {
        MergedInto = other.Id;
        var place = other.hosts.Count;
        other.hosts.AddRange(
            hosts.Where(h => other.hosts.TrueForAll(o => o.Organisation != h.Organisation))
                .Select(h => new ActivityHost(other.Id, h.Organisation, place++, Id))
        );
        other.IndexedAt = null;
        other.Changed(now);
        Changed(now);
    }

    /// <summary>They were two after all.</summary>
    public void PartFrom(Activity other, Instant now)
    {
        MergedInto = null;
        other.hosts.RemoveAll(h => h.Through == Id);
        other.Changed(now);
        Changed(now);
    }

    /// <summary>All that is still to come is off. It stays to be seen, as cancelled.</summary>
    public void CancelAll(Instant now)
    {
        CancelledAt ??= now;
        Changed(now);
    }

    /// <summary>It was taken for off, and was not. Its dates follow with <see cref="DatePlan"/>.</summary>
    public bool GoOnAfterAll(Instant now)
    {
        if (CancelledAt is null)
            return false;
        (CancelledAt, PlannedUntil) = (null, default);
        Confirm(ConfirmedHow.ByFeed, null, now);
        Changed(now);
        return true;
    }

    /// <summary>One of its dates changed: whoever follows the calendar is to see it.</summary>
    public void Changed(Instant now) => (ChangedAt, Revision) = (now, Revision + 1);

    public void Indexed(Instant now) => IndexedAt = now;

    public void PlannedTo(LocalDate last) => PlannedUntil = last;
}

/// <summary>
/// An organisation that does it. <paramref name="Through"/>: it is credited because its own entry, a duplicate, was merged into this one.
/// </summary>
public sealed record ActivityHost(ActivityId Activity, OrganisationId Organisation, int Place, ActivityId? Through);
