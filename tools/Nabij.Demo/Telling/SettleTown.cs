using Nabij.Demo.Cast;
using Nabij.Demo.Residents;
using Nabij.Demo.Towns;
using Nabij.Kernel.Data;

namespace Nabij.Demo.Telling;

/// <summary>A place from its first front door to the last of its people; nobody has asked anything yet.</summary>
public static class SettleTown
{
    public static async Task<Neighbourhood> SettleAsync(Town town, CastOfTown cast, IServiceProvider services, StoryDays days, FictitiousNumbers numbers, int seed)
    {
        var stage = await Founding.FoundAsync(town, services);
        var random = new Random(seed);
        var doors = LivedInStreets.Choose(await stage.AddressesAsync(), cast.Street);
        var fromTheStreet = doors.SkipWhile(d => d.Street != cast.Street).ToList();

        var arrival = days.DaysAgo(30, hour: 10);
        stage.Clock.MoveTo(arrival);
        var ways = new WaysGiver(random, numbers);
        var persons = new PersonsOfATown(random, ways, new(random), services.GetRequiredService<SensitiveText>(), days.Today);
        var named = CastArrives.In(cast, fromTheStreet, persons, ways, arrival);
        var taken = named.Values.Select(r => r.Home.Id).ToHashSet();
        var others = persons.MoveIn(doors.Where(d => !taken.Contains(d.Id)), arrival).ToList();

        var place = new Neighbourhood(town, cast, stage, random, named, InWalkingOrder([.. named.Values, .. others], doors), doors);
        var supporter = named[cast.Members.First(m => m.Role == Kernel.Identity.Role.DistrictSupporter).Key].Id;
        await stage.SaveAsync(persons.Persons);
        await stage.SaveAsync([
            .. new HelpersOfATown(random, days.Today).Of(others, supporter),
            .. CastArrives.Helpers(cast, named, days.Today),
            .. RolesOfTheCast.Of(cast, place, arrival),
        ]);
        return place;
    }

    private static List<Resident> InWalkingOrder(List<Resident> residents, IReadOnlyList<Modules.Places.Contracts.Address> doors)
    {
        var order = doors.Index().ToDictionary(d => d.Item.Id, d => d.Index);
        return [.. residents.OrderBy(r => order[r.Home.Id])];
    }
}
