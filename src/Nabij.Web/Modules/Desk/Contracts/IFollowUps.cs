using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Desk.Contracts;

/// <summary>
/// Everything open has an owner, a stand-in and a next date. A module opens a follow-up in the same save as what it is
/// about, and closes it in the same save that ends it. There is at most one open follow-up about one thing.
/// </summary>
public interface IFollowUps
{
    /// <summary>Opens the follow-up, or changes the one that is open about the same thing. Saved by the caller.</summary>
    Task OpenAsync(NewFollowUp followUp, CancellationToken ct);

    /// <summary>Opens the follow-up unless one is open about the same thing: that keeps its date. Saved by the caller.</summary>
    Task OpenOnceAsync(NewFollowUp followUp, CancellationToken ct);

    /// <summary>Nothing is left to do about this. Saved by the caller; nothing happens if none was open.</summary>
    Task CloseAsync(Subject about, CancellationToken ct);

    /// <summary>What the desk wrote about these is forgotten; what is still open keeps its title. Saved by the caller.</summary>
    Task ForgetAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct);
}

/// <param name="About">What is open.</param>
/// <param name="Reason">Text key of what is to be done: 'FollowUp.NobodyFound'.</param>
/// <param name="Title">What it is, in words that only the desk sees; kept encrypted.</param>
/// <param name="Path">Where to go on with it, within the community: <c>vragen/{id}</c>.</param>
/// <param name="Owner">Who does it; null is whoever runs the desk.</param>
/// <param name="NextDate">When it is late.</param>
/// <param name="Buurt">Code of the buurt, to show where it is busy.</param>
public sealed record NewFollowUp(
    Subject About,
    string Reason,
    string Title,
    string Path,
    Instant NextDate,
    PersonId? Owner = null,
    PersonId? StandIn = null,
    string? Buurt = null
);
