using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Following;

/// <summary>Who hears what. Saved with the change that it tells of.</summary>
public sealed class HelpNews(IReach reach, IPeople people, IPlaces places, TextCatalogue texts, CurrentCommunity community)
{
    /// <summary>'Kun jij?': to each of a batch.</summary>
    public async Task AskAsync(HelpRequest request, IReadOnlyList<Ask> asks, CancellationToken ct)
    {
        var cards = await people.FindAsync([request.AskedFor, .. asks.Select(a => a.Person)], ct);
        foreach (var ask in asks)
        {
            var t = In(cards.GetValueOrDefault(ask.Person));
            var words = Words(request, t);
            words["who"] = cards.GetValueOrDefault(request.AskedFor)?.ShortName ?? "";
            words["details"] = request.Details;
            var reason = ask.Organisation is null ? "HelpRequests.Question" : "HelpRequests.QuestionToOrganisation";
            reach.Tell(
                ask.Person,
                new(Subject.Of(ask.Id), reason, words)
                {
                    NotAfter = request.ExpiresAt,
                    Answers = ask.Organisation is null ? Answering.Answers.ToQuestion : Answering.Answers.OfOrganisation,
                }
            );
        }
    }

    /// <summary>Both sides hear who, when, and each other's number.</summary>
    public async Task FoundAsync(HelpRequest request, PersonId helper, CancellationToken ct)
    {
        var both = await NamesAndNumbersAsync(request.AskedFor, helper, ct);
        var (asker, giver) = (both[request.AskedFor], both[helper]);
        var hasDay = request.Plan.Date is not null;

        Tell(request, asker, hasDay ? "HelpRequests.Found" : "HelpRequests.FoundWithoutDay", giver);
        var where = await WhereAsync(request.Home, ct);
        Tell(request, giver, "HelpRequests.YouHelp", asker, ("where", where), answers: Answering.Answers.OfHelper);
    }

    /// <summary>The day on which both agreed.</summary>
    public async Task AgreedAsync(HelpRequest request, CancellationToken ct)
    {
        var helper = request.ClaimedBy!.Value; // they agreed, so there is one
        var both = await NamesAndNumbersAsync(request.AskedFor, helper, ct);
        Tell(request, both[request.AskedFor], "HelpRequests.Found", both[helper]);
        var where = await WhereAsync(request.Home, ct);
        Tell(request, both[helper], "HelpRequests.YouHelp", both[request.AskedFor], ("where", where), answers: Answering.Answers.OfHelper);
    }

    /// <summary>An organisation takes it on: who asked hears its name and number, its contact person theirs.</summary>
    public async Task HandedOverAsync(HelpRequest request, OrganisationCard organisation, CancellationToken ct)
    {
        var ids = new[] { request.AskedFor, organisation.ContactPerson ?? request.AskedFor };
        var both = await NamesAndNumbersAsync(ids[0], ids[1], ct);
        var asker = both[request.AskedFor];
        Tell(request, asker, "HelpRequests.HandedOver", new(ids[1], organisation.Name, organisation.PhoneNumber, asker.Texts));
        if (organisation.ContactPerson is { } contact)
            Tell(request, both[contact], "HelpRequests.YouTakeOver", asker, ("where", await WhereAsync(request.Home, ct)));
    }

    /// <summary>Something that needs no name of another: found to be on the desk, searching again, expired.</summary>
    public async Task TellAsync(HelpRequest request, PersonId person, string reason, CancellationToken ct)
    {
        var t = In(await people.FindAsync(person, ct));
        reach.Tell(person, new(Subject.Of(request.Id), reason, Words(request, t)));
    }

    /// <summary>Who asked was forgotten: the helper need not come. It says when, and nothing of who or what.</summary>
    public async Task AskerIsGoneAsync(HelpRequest request, PersonId helper, CancellationToken ct)
    {
        var t = In(await people.FindAsync(helper, ct));
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["when"] = t.When(request) };
        reach.Tell(helper, new(Subject.Of(helper), "HelpRequests.AskerIsGone", words));
    }

    /// <summary>'Is het gelukt?', to who was helped and to who helped.</summary>
    public async Task AskHowItWentAsync(HelpRequest request, CancellationToken ct)
    {
        var helper = request.ClaimedBy;
        var cards = await people.FindAsync(helper is { } h ? [request.AskedFor, h] : [request.AskedFor], ct);
        AskHowItWent(request, request.AskedFor, "HelpRequests.DidItWork", cards, other: helper);
        if (helper is { } giver)
            AskHowItWent(request, giver, "HelpRequests.DidYouManage", cards, other: request.AskedFor);
    }

    /// <summary>
    /// It is no longer needed: what was not yet sent is not sent. Who reads messages hears that it is settled; who is called
    /// or written to has answered then, or was never reached.
    /// </summary>
    public async Task FilledAsync(HelpRequest request, IReadOnlyList<Ask> open, Instant now, CancellationToken ct)
    {
        if (open.Count == 0)
            return;
        var cards = await people.FindAsync([request.AskedFor, .. open.Select(a => a.Person)], ct);
        var reachable = await people.ReachAsync(open.Select(a => a.Person), ct);
        var told = open.Where(a => a.ToldFilled(now)).ToList();
        await reach.CancelAsync("Ask", [.. told.Select(a => a.Id.Value)], ct);
        foreach (var ask in told)
        {
            if (reachable.GetValueOrDefault(ask.Person)?.Preferred is not (Channel.Mail or Channel.TextMessage))
                continue;
            var words = Words(request, In(cards.GetValueOrDefault(ask.Person)));
            words["who"] = cards.GetValueOrDefault(request.AskedFor)?.ShortName ?? "";
            reach.Tell(ask.Person, new(Subject.Of(ask.Id), "HelpRequests.Filled", words) { MayWait = true });
        }
    }

    /// <summary>What was told about this request is no longer true.</summary>
    public Task ForgetAsync(HelpRequest request, CancellationToken ct) => reach.CancelAsync(Subject.Of(request.Id), ct);

    private void AskHowItWent(
        HelpRequest request,
        PersonId person,
        string reason,
        IReadOnlyDictionary<PersonId, PersonCard> cards,
        PersonId? other
    )
    {
        var words = Words(request, In(cards.GetValueOrDefault(person)));
        words["who"] = other is { } o ? cards.GetValueOrDefault(o)?.GivenName ?? "" : "";
        reach.Tell(person, new(Subject.Of(request.Id), reason, words) { Answers = Answering.Answers.Afterwards });
    }

    private void Tell(
        HelpRequest request,
        Side to,
        string reason,
        Side other,
        (string Name, string Value)? more = null,
        IReadOnlyList<string>? answers = null
    )
    {
        var words = Words(request, to.Texts);
        (words["name"], words["number"]) = (other.Name, other.Number);
        if (more is var (name, value))
            words[name] = value;
        reach.Tell(
            to.Person,
            new(Subject.Of(request.Id), reason, words) { NotAfter = request.DaysAreOver, Answers = answers ?? [] }
        );
    }

    private async Task<Dictionary<PersonId, Side>> NamesAndNumbersAsync(PersonId one, PersonId other, CancellationToken ct)
    {
        PersonId[] ids = one == other ? [one] : [one, other];
        var cards = await people.FindAsync(ids, ct);
        var reachable = await people.ReachAsync(ids, ct);
        return ids.ToDictionary(
            id => id,
            id => new Side(
                id,
                cards.GetValueOrDefault(id)?.FullName ?? "",
                reachable.GetValueOrDefault(id)?.NumberToCall is { } number
                    ? PhoneNumber.Written(number)
                    : community.Entered.PhoneNumber,
                In(cards.GetValueOrDefault(id))
            )
        );
    }

    private async Task<string> WhereAsync(AddressId? home, CancellationToken ct) =>
        home is { } id && (await places.FindAsync([id], ct)).TryGetValue(id, out var address) ? address.InFull : "";

    private Texts In(PersonCard? card) => texts.In(card?.Language);

    private Dictionary<string, string> Words(HelpRequest request, Texts t) =>
        new(StringComparer.Ordinal)
        {
            ["title"] = request.Title,
            ["kind"] = t[request.Kind],
            ["when"] = t.When(request),
            ["howLong"] = t.HowLong(request.Minutes),
            ["community"] = community.Name,
            ["phone"] = community.Entered.PhoneNumber,
        };

    /// <summary>One of two who now know each other's name and number, and the language they read.</summary>
    private sealed record Side(PersonId Person, string Name, string Number, Texts Texts);
}
