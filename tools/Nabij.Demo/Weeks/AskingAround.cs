using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Asking;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>Somebody asks something: on the web by themselves, or by telephone, and then the desk writes it down.</summary>
public sealed class AskingAround(Neighbourhood place, Remembered remembered)
{
    public async Task<HelpRequestId> AskAsync(Resident asker, Question question, Fortune fortune)
    {
        var byPhone = asker.Channel is Channel.Call or Channel.Letter or Channel.Visit;
        var by = byPhone ? place.First(Role.DistrictSupporter) : new(asker.Id, asker.Name.Given);
        var what = question.SeenFrom(place.Stage.Clock.GetCurrentInstant().TodayAt());
        var (id, consent) = (HelpRequestId.New(), byPhone ? ConsentHow.SaidByPhone : (ConsentHow?)null);
        var refusals = await place.Stage.ActAsync(
            scope => scope.GetRequiredService<AskForHelp>().HandleAsync(id, what, asker.Id, consent, CancellationToken.None),
            by
        );
        foreach (var refusal in refusals)
            refusal.Accept();
        remembered.Fortunes[id] = fortune;
        return id;
    }
}
