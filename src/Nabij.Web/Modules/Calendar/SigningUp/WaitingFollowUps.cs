using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>
/// As long as anybody waits for a place, or was offered one and said nothing yet, the date stands on the list of its editor, or else of
/// the desk. Saved by the caller.
/// </summary>
public sealed class WaitingFollowUps(NabijDb db, IFollowUps followUps, HostEditors editors, IClock clock)
{
    /// <summary>Each state in which somebody waits, with what is to be done.</summary>
    public static readonly IReadOnlyDictionary<SignUpState, string> Rules = new Dictionary<SignUpState, string>
    {
        [SignUpState.Offered] = "Calendar.FollowUp.PlaceOffered",
        [SignUpState.Waiting] = "Calendar.FollowUp.SomeoneWaits",
    };

    /// <summary>So long before it starts, somebody looks whether there can be more places.</summary>
    private static readonly Duration BeforeStart = Duration.FromDays(2);

    public async Task FollowAsync(Activity activity, ActivityDate date, CancellationToken ct)
    {
        var waiting = await WaitingAsync(date, ct);
        if (waiting.Count == 0 || !date.GoesOn)
        {
            await followUps.CloseAsync(Subject.Of(date.Id), ct);
            return;
        }
        var offers = waiting.Where(s => s.State is SignUpState.Offered).Select(s => s.OfferedUntil).OfType<Instant>().ToList();
        var now = clock.GetCurrentInstant();
        await followUps.OpenAsync(
            new(
                Subject.Of(date.Id),
                Rules[offers.Count > 0 ? SignUpState.Offered : SignUpState.Waiting],
                activity.Title,
                $"agenda/beheer/{activity.Id.Value}/{date.Id.Value}/lijst",
                offers.Count > 0 ? offers.Min() : Instant.Max(now, date.StartsAt - BeforeStart),
                await editors.OfAsync(activity, ct),
                StandIn: null,
                activity.Venue.Buurt is { Length: > 0 } buurt ? buurt : null
            ),
            ct
        );
    }

    /// <summary>Also those that were changed in this save.</summary>
    private async Task<List<SignUp>> WaitingAsync(ActivityDate date, CancellationToken ct)
    {
        await db.SignUps.Where(s => s.Date == date.Id && (s.State == SignUpState.Waiting || s.State == SignUpState.Offered)).LoadAsync(ct);
        return [.. db.SignUps.Local.Where(s => s.Date == date.Id && Rules.ContainsKey(s.State))];
    }
}
