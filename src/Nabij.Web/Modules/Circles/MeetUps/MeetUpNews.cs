using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Circles.MeetUps;

/// <summary>
/// Who hears of coming together, and that it is off. For who has no telephone or mail the neighbour of their choice hears it, to pass it
/// on. Saved by the caller.
/// </summary>
public sealed class MeetUpNews(IReach reach, IPeople people, IFollowUps followUps, TextCatalogue texts, CurrentCommunity community)
{
    public const string Comes = "Comes";
    public const string CannotCome = "CannotCome";

    public async Task InviteAsync(Circle circle, MeetUp meetUp, IReadOnlyCollection<CircleMember> members, CancellationToken ct)
    {
        await TellAsync(meetUp, meetUp.Guests, members, "Circles.MeetUp.Invited", [Comes, CannotCome], ct);
        await followUps.OpenAsync(
            new(
                Subject.Of(meetUp.Id),
                "Circles.FollowUp.MeetUp",
                $"{circle.Name}: {meetUp.What}",
                $"cirkels/{circle.Id.Value}/samenkomsten",
                meetUp.StartsAt,
                circle.FirstContact,
                circle.SecondContact ?? circle.Reserve
            ),
            ct
        );
    }

    /// <summary>What was not told yet is not told; everybody who did not say no hears that it is off.</summary>
    public async Task CancelAsync(MeetUp meetUp, IReadOnlyCollection<CircleMember> members, CancellationToken ct)
    {
        await reach.CancelAsync(nameof(MeetUpGuest), [.. meetUp.Guests.Select(g => g.Id.Value)], ct);
        await TellAsync(meetUp, meetUp.Guests.Where(g => g.Comes is not false), members, "Circles.MeetUp.IsOff", [], ct);
        await followUps.CloseAsync(Subject.Of(meetUp.Id), ct);
    }

    private async Task TellAsync(
        MeetUp meetUp,
        IEnumerable<MeetUpGuest> guests,
        IReadOnlyCollection<CircleMember> members,
        string reason,
        IReadOnlyList<string> answers,
        CancellationToken ct
    )
    {
        var told = guests.Select(g => (Guest: g, To: members.FirstOrDefault(m => m.Person == g.Person)?.PassedOnBy ?? g.Person)).ToList();
        var cards = await people.FindAsync(told.SelectMany(t => new[] { t.Guest.Person, t.To }), ct);
        foreach (var (guest, to) in told.Where(t => cards.ContainsKey(t.To)))
        {
            var passedOn = to == guest.Person ? reason : $"{reason}.ForNeighbour";
            var words = Words(meetUp, cards[to], cards.GetValueOrDefault(guest.Person));
            reach.Tell(to, new(Subject.Of(guest.Id), passedOn, words) { NotAfter = meetUp.StartsAt, Answers = answers });
        }
    }

    private Dictionary<string, string> Words(MeetUp meetUp, PersonCard reader, PersonCard? guest) =>
        new(StringComparer.Ordinal)
        {
            ["what"] = meetUp.What,
            ["where"] = meetUp.Place,
            ["when"] = texts.In(reader.Language).Moment(meetUp.StartsAt),
            ["who"] = guest?.FullName ?? "",
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };
}
