using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Desk.Opening;

/// <summary>The desk can still look at what goes this week. The line goes by itself when nothing goes.</summary>
public sealed class AnnounceForgetting(IFollowUps followUps, CurrentCommunity community, Texts texts, IClock clock)
    : IHandle<ForgettingWasPlanned>
{
    private static readonly Duration AWeek = Duration.FromDays(7);

    public Task HandleAsync(ForgettingWasPlanned happened, CancellationToken ct)
    {
        var about = new Subject("Retention", community.Id.Value);
        if (happened.Records == 0)
            return followUps.CloseAsync(about, ct);
        var title = texts.Count("Desk.Forgetting", happened.Records);
        return followUps.OpenAsync(new(about, "FollowUp.GoesThisWeek", title, "bewaartermijnen", clock.GetCurrentInstant() + AWeek), ct);
    }
}
