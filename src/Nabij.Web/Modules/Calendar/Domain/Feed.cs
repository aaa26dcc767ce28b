using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>The calendar of an organisation, kept elsewhere, from which activities are read.</summary>
public sealed partial class Feed(OrganisationId organisation, FeedKind kind, Instant addedAt)
{
    public const int MaxNameLength = 120;

    public FeedId Id { get; private init; } = FeedId.New();
    public OrganisationId Organisation { get; private init; } = organisation;
    public FeedKind Kind { get; private init; } = kind;
    public string Name { get; private set; } = "";

    /// <summary>Where it is fetched; empty for files. Some addresses are as good as a password, so it is kept encrypted.</summary>
    public string Address { get; private set; } = "";

    public FeedState State { get; private set; }

    /// <summary>Since when it fails or is silent.</summary>
    public Instant? StateSince { get; private set; }

    /// <summary>What holds for all its activities unless a category says otherwise.</summary>
    public FeedMeaning Meaning { get; private set; } = FeedMeaning.NotSaid;

    public Instant AddedAt { get; private init; } = addedAt;

    /// <summary>When somebody last looked whether all of it is still right.</summary>
    public Instant LookedAt { get; private set; } = addedAt;

    /// <summary>How many activities vanished from it without a word, and were not asked about yet.</summary>
    public int ToAsk { get; private set; }
    public Instant? ToAskSince { get; private set; }

    public bool IsRead => State is FeedState.On or FeedState.Failing or FeedState.Silent;

    public void Call(string name) => Name = name.Trim() is { Length: > MaxNameLength } text ? text[..MaxNameLength] : name.Trim();

    public void ComeFrom(Uri address) => Address = address.AbsoluteUri;

    /// <summary>Says whether anything changed: then all its activities are to be read anew.</summary>
    public bool Means(FeedMeaning meaning)
    {
        if (meaning == Meaning)
            return false;
        Meaning = meaning;
        ReadAnew();
        return true;
    }

    public FeedChange? PutOn(Instant now)
    {
        NextFetchAt = now;
        return Become(FeedState.On, now);
    }

    public FeedChange? Stop(Instant now) => Become(FeedState.Stopped, now);

    /// <summary>Somebody looked: all is as it should be.</summary>
    public void LookedThrough(Instant now)
    {
        LookedAt = now;
        DutyDone();
    }

    public void HasToAsk(int activities, Instant now) => (ToAsk, ToAskSince) = (activities, activities == 0 ? null : ToAskSince ?? now);

    private FeedChange? Become(FeedState state, Instant now)
    {
        if (FeedChanges.Find(State, state) is not { } change)
            return null;
        (State, StateSince) = (state, now);
        return change;
    }
}
