using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Circles.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>
/// What follows when somebody signs up: they hear of it, their circle knows that they were heard, and who waits stands on a desk. Saved
/// by the caller.
/// </summary>
public sealed class AfterSignUp(SignUpNews news, WaitingFollowUps waiting, IHeardFrom circles, Trail trail, IClock clock)
{
    public async Task FollowAsync(SignUp signUp, Activity activity, ActivityDate date, CancellationToken ct)
    {
        var waits = signUp.State is SignUpState.Waiting;
        trail.Note(Subject.Of(signUp.Id), signUp.Person, waits ? "Calendar.Trail.Waits" : "Calendar.Trail.SignedUp");
        await news.TellAsync(waits ? "Calendar.OnWaitingList" : "Calendar.SignedUp", signUp, activity, date, SignUpAnswers.OfWhoComes, ct);
        await circles.HearAsync([signUp.Person], clock.GetCurrentInstant().TodayAt(), ct);
        if (waits)
            await waiting.FollowAsync(activity, date, ct);
    }

    /// <summary>'Wie brengt mij naar Open eettafel?', in the language of who asks.</summary>
    public Task<string> LiftTitleAsync(SignUp signUp, Activity activity, CancellationToken ct) => news.LiftTitleAsync(signUp.Person, activity, ct);
}
