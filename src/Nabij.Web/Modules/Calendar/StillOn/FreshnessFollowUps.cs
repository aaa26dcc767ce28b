using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.StillOn;

/// <summary>What is not confirmed stands on a desk: first the editor's, then that of who calls. Saved by the caller.</summary>
public sealed class FreshnessFollowUps(HostEditors editors, IFollowUps followUps, IClock clock)
{
    /// <summary>Each state that is open, with what is to be done and within how long.</summary>
    public static readonly IReadOnlyDictionary<Freshness, (string Reason, Duration Within)> Rules = new Dictionary<
        Freshness,
        (string, Duration)
    >
    {
        [Freshness.Asked] = ("FollowUp.HostWasAsked", Activity.TimeToAnswer),
        [Freshness.ToCall] = ("FollowUp.CallTheHost", Duration.FromDays(2)),
        [Freshness.Silent] = ("FollowUp.HostIsSilent", Duration.FromDays(7)),
    };

    public async Task FollowAsync(Activity activity, CancellationToken ct)
    {
        if (!Rules.TryGetValue(activity.Freshness, out var rule))
        {
            await followUps.CloseAsync(Subject.Of(activity.Id), ct);
            return;
        }
        var owner = activity.Freshness is Freshness.Asked ? await editors.OfAsync(activity, ct) : null;
        var next = clock.GetCurrentInstant() + rule.Within;
        var followUp = new NewFollowUp(Subject.Of(activity.Id), rule.Reason, activity.Title, $"agenda/beheer/{activity.Id.Value}", next, owner);
        await followUps.OpenAsync(followUp with { Buurt = activity.Venue.Buurt is { Length: > 0 } buurt ? buurt : null }, ct);
    }
}
