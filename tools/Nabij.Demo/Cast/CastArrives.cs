using Nabij.Demo.Residents;
using Nabij.Kernel;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Demo.Cast;

/// <summary>The people of the story move into their street.</summary>
public static class CastArrives
{
    public static Dictionary<string, Resident> In(CastOfTown cast, IReadOnlyList<Address> street, PersonsOfATown persons, WaysGiver ways, Instant at)
    {
        var arrived = new Dictionary<string, Resident>(StringComparer.Ordinal);
        foreach (var member in cast.Members)
        {
            var name = new FullName(member.GivenName, member.FamilyName);
            var reached = ways.Of(name, member.Channel, member.HasMobile, member.HasLandline);
            arrived[member.Key] = persons
                .WriteDown(name, member.Age, street[member.Door], reached, new(ConsentWay.Paper, at, NotedBy: null))
                .Resident;
        }
        return arrived;
    }

    public static IEnumerable<Helper> Helpers(CastOfTown cast, IReadOnlyDictionary<string, Resident> arrived, LocalDate today)
    {
        var supporter = arrived[cast.Members.First(m => m.Role == Kernel.Identity.Role.DistrictSupporter).Key].Id;
        foreach (var member in cast.Members)
        {
            if (member.Helps is { } offered)
                yield return HelperOf(arrived[member.Key].Id, offered, supporter, today);
        }
    }

    private static Helper HelperOf(PersonId person, Offered offered, PersonId supporter, LocalDate today)
    {
        var helper = new Helper(person);
        if (helper.Offer([.. offered.Likes], offered.When, offered.AtMostPerMonth, offered.HasCar, offered.Languages.Split(' ')) is { } refusal)
            throw new InvalidOperationException(refusal.TextKey);
        if (offered.HasVog)
            helper.VogSeen(supporter, today.PlusDays(-200));
        return helper;
    }
}
