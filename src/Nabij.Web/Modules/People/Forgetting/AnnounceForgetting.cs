using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.People.Forgetting;

/// <summary>How much goes within a week, of each kind; and a line about it for the desk.</summary>
public sealed class AnnounceForgetting(NabijDb db, IEnumerable<IAnswerForPersons> answers, IClock clock)
{
    public static readonly Duration Ahead = Duration.FromDays(7);

    public async Task<IReadOnlyDictionary<RetentionLine, int>> CountAsync(CancellationToken ct)
    {
        var inAWeek = clock.GetCurrentInstant() + Ahead;
        var counts = new Dictionary<RetentionLine, int>();
        foreach (var goes in answers.SelectMany(a => a.OnTime))
            counts[goes.Line] = await goes.CountAsync(inAWeek - Duration.FromDays(goes.Line.Days!.Value), ct);
        return counts;
    }

    public async Task HandleAsync(CancellationToken ct)
    {
        var total = (await CountAsync(ct)).Values.Sum();
        db.Publish(new ForgettingWasPlanned(total), clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
    }
}
