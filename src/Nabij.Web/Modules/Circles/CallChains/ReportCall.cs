using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>What somebody says of a call: on the screen, by telephone to the desk, or from the paper list.</summary>
public enum CallReport
{
    Answered,
    NoAnswer,
    SeenAtDoor,
    Worry,
    Settled,
}

/// <summary>A call went well or did not, and what follows from that.</summary>
public sealed class ReportCall(NabijDb db, ChainNews news, ChainOnDesk desk, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(ChainCallId id, CallReport report, PersonId? by, CancellationToken ct)
    {
        var runs = db.ChainCalls.Where(c => c.Id == id).Select(c => c.Run);
        if (await db.ChainRuns.SingleOrDefaultAsync(r => runs.Contains(r.Id), ct) is not { } run)
            return new NotPossibleInChain();
        var (call, now) = (run.Calls.Single(c => c.Id == id), clock.GetCurrentInstant());
        if (Report(call, report, now) is { } refusal)
            return refusal;

        trail.Note(Subject.Of(run.Id), call.Called, call.Reason, by);
        await FollowAsync(run, call, now, ct);
        return await db.TrySaveAsync(ct) ? null : new CircleChangedMeanwhile();
    }

    /// <summary>What every change of a call brings with it. Saved by the caller.</summary>
    public async Task FollowAsync(ChainRun run, ChainCall call, Instant now, CancellationToken ct)
    {
        if (call.State is CallState.KeyHolderAsked)
            await news.LookAsync(call, now, ct);
        else if (call.State is CallState.Alarm)
            await desk.AlarmAsync(run, call, ct);
        else if (!call.IsOpen)
            await news.ForgetAsync(call, ct);
        await desk.CloseAsync(run, ct);
    }

    private static Refusal? Report(ChainCall call, CallReport report, Instant now) =>
        report switch
        {
            CallReport.Answered => call.Answers(),
            CallReport.NoAnswer => call.DoesNotAnswer(now),
            CallReport.SeenAtDoor => call.IsSeen(),
            CallReport.Worry => call.Alarms(),
            _ => call.Settle(),
        };
}

/// <summary>What who has the key answers, by whichever channel.</summary>
public sealed class AnswersAtDoor(ReportCall report) : IReceiveAnswers
{
    public string SubjectKind => "ChainCall";

    public Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct) =>
        report.HandleAsync(new(about.Id), answer == ChainNews.AllWell ? CallReport.SeenAtDoor : CallReport.Worry, person, ct);
}
