using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Answering;

/// <summary>What is known of who says yes: of an organisation its card, of a neighbour what they have.</summary>
public sealed class WhoHelps(IPeople people, IDirectory directory)
{
    public Task<OrganisationCard?> OrganisationAsync(OrganisationId id, CancellationToken ct) => directory.FindAsync(id, ct);

    public Task<Refusal?> RefusalOfAsync(HelpRequest request, PersonId neighbour, Instant now, CancellationToken ct) =>
        RefusalOfAsync(people, request, neighbour, now, ct);

    /// <summary>Who was asked has what is needed; who offers it by themselves may lack a car, a VOG or the language.</summary>
    public static async Task<Refusal?> RefusalOfAsync(
        IPeople people,
        HelpRequest request,
        PersonId neighbour,
        Instant now,
        CancellationToken ct
    )
    {
        if (Requirements.Of(request.Kind) == new Requirement())
            return null;
        var willing = await people.WillingAsync(request.Kind, now.TodayAt(), ct);
        return willing.Any(h => h.Person == neighbour && Requirements.Meets(h, request.Kind, request.Language))
            ? null
            : new LacksWhatIsNeeded();
    }
}
