using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Contracts;

/// <summary>What other modules may ask about help in the current community. Words are in the language of the page.</summary>
public interface IHelpRequests
{
    /// <summary>What is asked in these circles and has no helper yet, newest first; not what the reader asked.</summary>
    Task<IReadOnlyList<HelpCard>> OpenInAsync(
        IReadOnlyCollection<CircleId> circles,
        PersonId reader,
        int limit,
        CancellationToken ct
    );

    /// <summary>What worked out lately in these circles, newest first: 'Kees hielp Nel'.</summary>
    Task<IReadOnlyList<HelpCard>> SolvedInAsync(
        IReadOnlyCollection<CircleId> circles,
        Instant since,
        int limit,
        CancellationToken ct
    );

    /// <summary>What this person asked, or what was asked for them, and is still open; newest first.</summary>
    Task<IReadOnlyList<HelpCard>> OpenOfAsync(PersonId person, CancellationToken ct);

    /// <summary>What this person promised to do, soonest first.</summary>
    Task<IReadOnlyList<HelpCard>> PromisedByAsync(PersonId helper, CancellationToken ct);

    /// <summary>What this person is being asked and may still answer, oldest first.</summary>
    Task<IReadOnlyList<HelpCard>> AskedOfAsync(PersonId person, CancellationToken ct);

    /// <summary>What has no helper yet in the whole community, what waits longest first: for the desk.</summary>
    Task<IReadOnlyList<HelpCard>> WithoutHelperAsync(int limit, CancellationToken ct);

    /// <summary>How many requests are in each open state.</summary>
    Task<HelpCounts> CountAsync(CancellationToken ct);
}

/// <summary>
/// A request in few words. <paramref name="Who"/> is a short name ('Riet B.') and <paramref name="Helper"/> a given name:
/// neighbours know each other in full only after both said yes.
/// </summary>
public sealed record HelpCard(
    HelpRequestId Id,
    HelpKind Kind,
    string Title,
    PersonId AskedFor,
    string Who,
    string When,
    int Minutes,
    HelpState State,
    Instant AskedAt,
    PersonId? ClaimedBy,
    string? Helper,
    CircleId? Circle
)
{
    /// <summary>The page of this request, within the community.</summary>
    public string Path => $"vragen/{Id.Value}";
}

public sealed record HelpCounts(int Searching, int OnDesk, int Found, int HandedOver, int AskedAfterwards)
{
    public int WithoutHelper => Searching + OnDesk;
    public int Open => Searching + OnDesk + Found + HandedOver + AskedAfterwards;
}
