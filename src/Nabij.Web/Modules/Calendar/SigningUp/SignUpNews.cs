using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Showing;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>What people hear about what they signed up for, each in their language and by their own channel. Saved by the caller.</summary>
public sealed class SignUpNews(IReach reach, IPeople people, TextCatalogue catalogue, CurrentCommunity community)
{
    public async Task TellAsync(
        string reason,
        SignUp signUp,
        Activity activity,
        ActivityDate date,
        IReadOnlyList<string> answers,
        CancellationToken ct,
        Instant? notAfter = null
    )
    {
        var texts = catalogue.In((await people.FindAsync(signUp.Person, ct))?.Language);
        reach.Tell(
            signUp.Person,
            new(Subject.Of(signUp.Id), reason, Words(signUp, activity, date, texts)) { NotAfter = notAfter ?? date.EndsAt, Answers = answers }
        );
    }

    /// <summary>'Wie brengt mij naar Open eettafel?', in the language of who asks.</summary>
    public async Task<string> LiftTitleAsync(PersonId person, Activity activity, CancellationToken ct) =>
        catalogue.In((await people.FindAsync(person, ct))?.Language)["Calendar.Lift", ("title", activity.Title)];

    private Dictionary<string, string> Words(SignUp signUp, Activity activity, ActivityDate date, Texts t) =>
        new(StringComparer.Ordinal)
        {
            ["title"] = activity.Title,
            ["when"] = t.WhenIs(date),
            ["where"] = activity.Venue.InWords,
            ["why"] = date.Note,
            ["until"] = signUp.OfferedUntil is { } until ? t.Moment(until) : "",
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };
}
