using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Hearing;

/// <summary>One follow-up a circle, with its contact, for as long as there is somebody from whom nothing was heard.</summary>
public sealed class SilentNeighbours(IFollowUps followUps, IClock clock)
{
    private static readonly Duration TimeToCall = Duration.FromDays(7);

    public Task ReviewAsync(Circle circle, IReadOnlyCollection<CircleMember> silent, CancellationToken ct) =>
        silent.Count == 0
            ? followUps.CloseAsync(Follow.Silence(circle.Id), ct)
            : followUps.OpenOnceAsync(
                new(
                    Follow.Silence(circle.Id),
                    "Circles.FollowUp.Silence",
                    circle.Name,
                    $"cirkels/{circle.Id.Value}/overzicht",
                    clock.GetCurrentInstant() + TimeToCall,
                    circle.FirstContact,
                    circle.SecondContact ?? circle.Reserve
                ),
                ct
            );
}
