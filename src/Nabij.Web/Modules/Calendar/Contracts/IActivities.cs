using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Calendar.Contracts;

/// <summary>What other modules may ask about what there is to do. Only what goes on, and what somebody confirmed.</summary>
public interface IActivities
{
    /// <summary>What is still to come from this day until the day before <paramref name="until"/>, soonest first.</summary>
    Task<IReadOnlyList<ActivityCard>> ComingAsync(LocalDate from, LocalDate until, int limit, CancellationToken ct);

    /// <summary>
    /// Dates for which one can sign up now, soonest first; those that fit what was typed, as it may have been meant. Empty is all of them.
    /// </summary>
    Task<IReadOnlyList<ActivityCard>> ForSignUpAsync(string typed, int limit, CancellationToken ct);
}

/// <summary>One date of an activity in few words.</summary>
/// <param name="Where">'Wijkcentrum De Kade, grote zaal'; empty when nobody said.</param>
/// <param name="At">Where that is on the map, when it is known.</param>
public sealed record ActivityCard(
    ActivityId Activity,
    ActivityDateId Date,
    string Title,
    LocalDate Day,
    Instant StartsAt,
    Instant EndsAt,
    bool WholeDay,
    string Where,
    GeoPoint? At
)
{
    /// <summary>The page of this date, within the community.</summary>
    public string Path => $"agenda/{Activity.Value}/{Date.Value}";
}
