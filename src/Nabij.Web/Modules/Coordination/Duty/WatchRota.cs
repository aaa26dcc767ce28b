using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Coordination.Duty;

/// <summary>
/// Puts a shift of the coming week for which there is nobody on the desk, to be settled on the day before; and takes it off once there is.
/// </summary>
public sealed class WatchRota(NabijDb db, WhoAnswers answers, IPeople people, IFollowUps followUps, TextCatalogue catalogue, IClock clock)
{
    private static readonly LocalTime Noon = new(12, 0);

    /// <summary>Saves.</summary>
    public async Task ReviewAsync(CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        var rota = await answers.ReadAsync(today.PlusDays(-WhoAnswers.DaysAhead), ct);
        foreach (var past in rota.Changes.Where(c => c.Date < today))
            await followUps.CloseAsync(past.About, ct);
        var absences = await people.AbsencesAsync(today, today.PlusDays(WhoAnswers.DaysAhead), ct);
        foreach (var duty in rota.Ahead(today, WhoAnswers.DaysAhead, absences))
            await ReviewAsync(duty, rota.Changes.FirstOrDefault(c => c.Shift == duty.Shift.Id && c.Date == duty.Date), ct);
        await db.TrySaveAsync(ct);
    }

    private async Task ReviewAsync(DutyOfDay duty, DutyChange? change, CancellationToken ct)
    {
        if (duty.NeedsSomebody && duty.EndsAt > clock.GetCurrentInstant())
            await followUps.OpenOnceAsync(About(duty, change ?? db.Add(new DutyChange(duty.Shift.Id, duty.Date)).Entity), ct);
        else if (change is not null)
            await followUps.CloseAsync(change.About, ct);
    }

    private NewFollowUp About(DutyOfDay duty, DutyChange change)
    {
        var t = catalogue.In(null);
        var title = t["Coordination.FollowUp.Nobody.Title", ("day", t.DayAtStart(duty.Date)), ("from", t.Clock(duty.Shift.From)), ("until", t.Clock(duty.Shift.Until))];
        return new(change.About, "Coordination.FollowUp.Nobody", title, "telefoon/rooster", duty.Date.PlusDays(-1).InstantAt(Noon));
    }
}

public sealed class WatchRotaJob(WatchRota watch) : ICommunityJob
{
    public Task RunAsync(CancellationToken ct) => watch.ReviewAsync(ct);
}
