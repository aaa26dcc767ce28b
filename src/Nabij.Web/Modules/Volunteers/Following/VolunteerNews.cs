using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>Who hears what, each in their language and by their own channel. Saved with the change that it tells of.</summary>
public sealed class VolunteerNews(IReach reach, IPeople people, IDirectory directory, ICircles circles, TextCatalogue texts)
{
    public static readonly IReadOnlyList<string> YesOrNo = ["Yes", "No"];

    public async Task<string> NameOfAsync(PersonId person, CancellationToken ct) => (await people.FindAsync(person, ct))?.FullName ?? "";

    /// <summary>Something about being a volunteer: welcome, the first meeting, thanks.</summary>
    public async Task TellAsync(Volunteer volunteer, string reason, CancellationToken ct)
    {
        var cards = await people.FindAsync(((PersonId?[])[volunteer.Person, volunteer.Mentor]).OfType<PersonId>(), ct);
        var t = texts.In(cards.GetValueOrDefault(volunteer.Person)?.Language);
        reach.Tell(
            volunteer.Person,
            new(
                Subject.Of(volunteer.Id),
                reason,
                Words(
                    ("name", cards.GetValueOrDefault(volunteer.Person)?.GivenName),
                    ("mentor", volunteer.Mentor is { } mentor ? cards.GetValueOrDefault(mentor)?.FullName : t["Volunteers.TheDesk"]),
                    ("when", volunteer.MeetingAt is { } at ? t.Moment(at) : ""),
                    ("where", volunteer.MeetingWhere)
                )
            )
            {
                NotAfter = volunteer.State switch
                {
                    VolunteerState.SignedUp => FollowUpRules.Of(volunteer.State)!.NextDate(volunteer), // they were called by then
                    VolunteerState.MeetingPlanned => volunteer.MeetingAt,
                    _ => null,
                },
            }
        );
    }

    /// <summary>'Wil je dit doen?': to the member who is offered, and to who has the work when their yes is needed.</summary>
    public async Task AskAsync(Shift shift, Lending lending, CancellationToken ct)
    {
        await TellAboutAsync(shift, lending, lending.Person, "Volunteers.AskVolunteer", YesOrNo, ct);
        if (!lending.HasYesOf(LendingSide.Borrower) && await BorrowerOfAsync(shift, ct) is { } borrower)
            await TellAboutAsync(shift, lending, borrower, "Volunteers.AskBorrower", YesOrNo, ct);
    }

    /// <summary>Both said yes: the member, who has the work and who lends know of the same shift.</summary>
    public async Task TellLentAsync(Shift shift, Lending lending, CancellationToken ct)
    {
        await TellAboutAsync(shift, lending, lending.Person, "Volunteers.Lent", [], ct);
        foreach (var side in await SidesAsync(shift, lending, ct))
            await TellAboutAsync(shift, lending, side, "Volunteers.LentToBoth", [], ct);
    }

    /// <summary>It does not go on: who was asked or told before hears so, but for who said it.</summary>
    public async Task TellOffAsync(Shift shift, Lending lending, PersonId? by, CancellationToken ct)
    {
        await reach.CancelAsync(Subject.Of(lending.Id), ct);
        if (lending.Person != by)
            await TellAboutAsync(shift, lending, lending.Person, "Volunteers.NotNeeded", [], ct);
        foreach (var side in (await SidesAsync(shift, lending, ct)).Where(s => s != by))
            await TellAboutAsync(shift, lending, side, "Volunteers.DoesNotCome", [], ct);
    }

    /// <summary>The member is no longer known here: both sides hear that nobody comes, and no name. Kept with the shift.</summary>
    public async Task TellGoneAsync(Shift shift, Lending lending, CancellationToken ct)
    {
        await reach.CancelAsync(Subject.Of(lending.Id), ct);
        foreach (var side in await SidesAsync(shift, lending, ct))
        {
            var t = texts.In((await people.FindAsync(side, ct))?.Language);
            reach.Tell(side, new(Subject.Of(shift.Id), "Volunteers.NobodyComes", Words(("title", shift.Title), ("when", t.WhenIs(shift)))) { NotAfter = shift.EndsAt });
        }
    }

    public async Task<PersonId?> BorrowerOfAsync(Shift shift, CancellationToken ct) =>
        shift.Organisation is { } organisation ? (await directory.FindAsync(organisation, ct))?.ContactPerson
        : shift.Circle is { } circle ? (await circles.FindAsync(circle, ct))?.FirstContact
        : null;

    /// <summary>'De Zonnebloem', 'cirkel Lindelaan'</summary>
    public async Task<string> BorrowerNameAsync(Shift shift, Texts t, CancellationToken ct) =>
        shift.Organisation is { } organisation ? (await directory.FindAsync(organisation, ct))?.Name ?? ""
        : shift.Circle is { } circle && await circles.FindAsync(circle, ct) is { } card ? t["Volunteers.CircleNamed", ("circle", card.Name)]
        : "";

    /// <summary>The persons to turn to of who has the work and of who lends, each once; not the member themselves.</summary>
    private async Task<IReadOnlyList<PersonId>> SidesAsync(Shift shift, Lending lending, CancellationToken ct)
    {
        var lender = lending.Lender is { } organisation ? (await directory.FindAsync(organisation, ct))?.ContactPerson : null;
        return [.. ((PersonId?[])[await BorrowerOfAsync(shift, ct), lender]).OfType<PersonId>().Where(p => p != lending.Person).Distinct()];
    }

    private async Task TellAboutAsync(Shift shift, Lending lending, PersonId to, string reason, IReadOnlyList<string> answers, CancellationToken ct)
    {
        var cards = await people.FindAsync([to, lending.Person], ct);
        var t = texts.In(cards.GetValueOrDefault(to)?.Language);
        var who = cards.GetValueOrDefault(lending.Person);
        var lender = lending.Lender is { } organisation ? (await directory.FindAsync(organisation, ct))?.Name : null;
        reach.Tell(
            to,
            new(
                Subject.Of(lending.Id),
                reason,
                Words(
                    ("title", shift.Title),
                    ("where", shift.Where),
                    ("when", t.WhenIs(shift)),
                    ("borrower", await BorrowerNameAsync(shift, t, ct)),
                    ("lender", lender ?? t["Volunteers.TheNeighbourhood"]),
                    ("who", lending.State is LendingState.Lent ? who?.FullName : who?.ShortName)
                )
            )
            {
                Answers = answers,
                NotAfter = shift.EndsAt,
            }
        );
    }

    private static Dictionary<string, string> Words(params ReadOnlySpan<(string Name, string? Value)> words)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in words)
            filled[name] = value ?? "";
        return filled;
    }
}
