using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.People.Forgetting;

/// <summary>Carries out the table of <see cref="Retention"/>; on Monday the desk hears what goes this week.</summary>
public sealed class ForgetOnTimeJob(NabijDb db, IEnumerable<IAnswerForPersons> answers, AnnounceForgetting announce, IClock clock)
    : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var goes in answers.SelectMany(a => a.OnTime))
            await goes.GoAsync(now - Duration.FromDays(goes.Line.Days!.Value), ct);
        await OverwriteWhatIsDeleted.EmptyLogAsync(db.Database, ct);
        if (now.TodayAt().DayOfWeek == IsoDayOfWeek.Monday)
            await announce.HandleAsync(ct);
    }
}
