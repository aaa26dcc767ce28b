using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.HelpRequests.Answering;

/// <summary>Answers to 'Kun jij?', by link, text message or telephone.</summary>
public sealed class AnswersToQuestions(NabijDb db, ClaimHelp claim, DeclineHelp decline, Changes changes) : IReceiveAnswers
{
    public string SubjectKind => "Ask";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        changes.LeaveToCaller();
        var id = new AskId(about.Id);
        var ask = await db.Asks.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Person == person, ct);
        return (ask, answer) switch
        {
            (null, _) => new NoSuchRequest(),
            (_, Answers.DoIt) => await claim.HandleAsync(ask.Request, person, ct),
            (_, Answers.NotNow) => await decline.HandleAsync(ask.Request, person, neverThis: false, ct),
            (_, Answers.NeverThis) => await decline.HandleAsync(ask.Request, person, neverThis: true, ct),
            _ => new NotPossibleNow(),
        };
    }
}

/// <summary>Answers about a help that was found: it worked or it did not, or the helper cannot after all.</summary>
public sealed class AnswersAboutHelp(SayHowItWent say, ReleaseHelp release, Changes changes) : IReceiveAnswers
{
    public string SubjectKind => "HelpRequest";

    public async Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct)
    {
        changes.LeaveToCaller();
        var id = new HelpRequestId(about.Id);
        return answer switch
        {
            Answers.Worked => await say.HandleAsync(id, person, worked: true, ct),
            Answers.DidNotWork => await say.HandleAsync(id, person, worked: false, ct),
            Answers.Release => await release.HandleAsync(id, person, ct),
            _ => new NotPossibleNow(),
        };
    }
}
