using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>Whoever is asked answers, or does not: soon or late, as people do.</summary>
public sealed class Reactions(Neighbourhood place, Agenda agenda, Remembered remembered, Answering answering)
{
    private readonly Dictionary<PersonId, int> order = place.Residents.Index().ToDictionary(r => r.Item.Id, r => r.Index);

    public async Task PlanAsync()
    {
        var since = agenda.Now - Duration.FromHours(13);
        var asked = await place.Stage.ActAsync(scope =>
            scope.GetRequiredService<NabijDb>().Asks.AsNoTracking().Open.Where(a => a.AskedAt >= since).ToListAsync()
        );
        // in an order that is the same each time, so that chance falls the same
        foreach (var ask in asked.Where(a => remembered.IsNew(a.Id)).OrderBy(a => a.AskedAt).ThenBy(a => order.GetValueOrDefault(a.Person, int.MaxValue)))
        {
            if (AnswerTo(ask) is { } answer)
                agenda.Plan(WhenAnswered(ask), () => answering.AnswerAsync(Subject.Of(ask.Id), ask.Person, answer));
        }
    }

    private string? AnswerTo(Ask ask) =>
        (remembered.Of(ask.Request), ask.Organisation) switch
        {
            (Fortune.FoundAtOnce or Fortune.HelperDropsOut or Fortune.NobodySaysHow or Fortune.DoesNotWork, _) => Answers.DoIt,
            (Fortune.OnlyOrganisation, not null) => Answers.DoIt,
            (Fortune.NobodyHasTime or Fortune.OnlyOrganisation, null) => place.Random.Share((55, Answers.NotNow), (45, (string?)null)),
            (Fortune.NobodyHasTime, _) => Answers.NotNow,
            (_, not null) => place.Random.Share((40, Answers.DoIt), (25, Answers.NotNow), (35, (string?)null)),
            _ => place.Random.Share((24, Answers.DoIt), (34, Answers.NotNow), (3, Answers.NeverThis), (39, (string?)null)),
        };

    private Instant WhenAnswered(Ask ask)
    {
        var later = ask.AskedAt + Duration.FromMinutes(place.Random.Next(8, 300));
        return WakingHours.Usual.NextFrom(later);
    }
}
