using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Answering;

/// <summary>'Nu niet', or 'Niet meer voor zoiets'.</summary>
public sealed class DeclineHelp(NabijDb db, IPeople people, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(HelpRequestId id, PersonId helper, bool neverThis, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var request = await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        var asks = await db.Asks.OfRequest(id).ToListAsync(ct);
        if (request is null || asks.Where(a => a.Person == helper).MaxBy(a => a.Search) is not { } ask)
            return new NoSuchRequest();
        if (request.ClaimedBy == helper)
            return new NotPossibleNow();

        ask.Answered(neverThis ? AskAnswer.NeverThis : AskAnswer.NotNow, now);
        if (neverThis)
        {
            await people.StopAskingAsync(helper, request.Kind, ct);
            trail.Note(Subject.Of(id), helper, "HelpChange.NotAskedForThisAgain", helper);
        }
        if (request.State == HelpState.Searching && !asks.Exists(a => a.IsOpen && a.Search == request.Search && a.AnswerBy > now))
            request.NobodyLeftToWaitFor(now);
        while (!await db.TrySaveAsync(ct)) { } // the request moved on meanwhile and was reloaded; the answer still counts
        return null;
    }
}
