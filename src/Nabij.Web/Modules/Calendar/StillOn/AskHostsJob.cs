using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Showing;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.StillOn;

/// <summary>
/// Asks hosts in time whether it goes on; who does not answer is called; what nobody confirmed leaves paper and referrals. Each step is
/// on a desk.
/// </summary>
public sealed class AskHostsJob(
    NabijDb db,
    IReach reach,
    FreshnessFollowUps followUps,
    AskedHosts hosts,
    IClock clock
) : ICommunityJob
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.TodayAt();
        var (askFrom, unanswered) = (today.PlusWeeks(Activity.AskedWeeksBefore), now - Activity.TimeToAnswer);
        var shown = db.Activities.Shown.Where(a => a.CancelledAt == null);
        var coming = db.ActivityDates.Where(d => d.EndsAt > now && d.State != DateState.Cancelled);

        await EachAsync(
            shown.Where(a => a.Freshness == Freshness.Confirmed && a.ConfirmedUntil <= askFrom && coming.Any(d => d.Activity == a.Id)),
            AskAsync,
            ct
        );
        await EachAsync(shown.Where(a => a.Freshness == Freshness.Asked && a.AskedAt <= unanswered), CallAsync, ct);
        await EachAsync(
            shown.Where(a => (a.Freshness == Freshness.Asked || a.Freshness == Freshness.ToCall) && a.ConfirmedUntil < today),
            SilenceAsync,
            ct
        );
    }

    private async Task EachAsync(IQueryable<Activity> due, Func<Activity, CancellationToken, Task> act, CancellationToken ct)
    {
        foreach (var activity in await due.OrderBy(a => a.ConfirmedUntil).ThenBy(a => a.Id).Take(Batch).ToListAsync(ct))
        {
            await act(activity, ct);
            await followUps.FollowAsync(activity, ct);
            if (!await db.TrySaveAsync(ct))
                break; // somebody confirmed it meanwhile: the rest at the next turn
        }
        db.ChangeTracker.Clear();
    }

    private async Task AskAsync(Activity activity, CancellationToken ct)
    {
        if (await hosts.MessageForAsync(activity, ct) is not var (person, message))
        {
            activity.LeaveToCall();
            return;
        }
        reach.Tell(person, message);
        activity.AskHost(clock.GetCurrentInstant());
    }

    private Task CallAsync(Activity activity, CancellationToken ct)
    {
        activity.LeaveToCall();
        return Task.CompletedTask;
    }

    private Task SilenceAsync(Activity activity, CancellationToken ct)
    {
        activity.FallSilent(clock.GetCurrentInstant());
        return Task.CompletedTask;
    }
}

/// <summary>Whom to ask about an activity, and the question in their words.</summary>
public sealed class AskedHosts(IDirectory directory, TextCatalogue catalogue, CurrentCommunity community)
{
    public async Task<(PersonId Person, Message Message)?> MessageForAsync(Activity activity, CancellationToken ct)
    {
        if (activity.FirstHost is not { } host || await directory.FindAsync(host, ct) is not { ContactPerson: { } contact } organisation)
            return null;
        var t = catalogue.In(TextCatalogue.FirstLanguage);
        var when = WhenItIs.Of(activity.Timing) switch
        {
            { Repeat: { } repeat } => t.Repeat(repeat),
            { } once => t.Day(once.First),
            null => "",
        };
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = activity.Title,
            ["organisation"] = organisation.Name,
            ["when"] = when.Length > 0 ? $"({when})" : "",
            ["until"] = t.Day(activity.ConfirmedUntil),
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };
        return (contact, new(Subject.Of(activity.Id), "Calendar.StillOn", words) { Answers = HostAnswers.All, MayWait = true });
    }
}
