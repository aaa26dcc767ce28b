using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Tests.Modules.Circles.Domain;

public sealed class DivisionTests
{
    private static readonly PersonId Truus = PersonId.New();

    [Fact]
    public void The_streets_at_the_far_end_start_a_circle_of_their_own_and_who_takes_the_lead_stays()
    {
        AtDoor[] doors = [Lives("Lindelaan", 1, 0, Truus), .. Street("Lindelaan", 0, 8), .. Street("Eikstraat", 2, 5), .. Street("Beukstraat", 3, 5)];
        var parts = Division.PartsOf(doors);

        var suggested = Division.Suggest(parts, Truus);

        Assert.Equal(["Beukstraat", "Eikstraat"], suggested.Select(p => p.Street).Order(StringComparer.Ordinal));
        var division = Division.Of(doors.Select(d => d.Person!.Value), doors, suggested);
        Assert.Equal((10, 9), (division.Going.Count, division.Staying.Count));
    }

    [Fact]
    public void One_long_street_is_cut_at_the_number_that_halves_its_neighbours()
    {
        AtDoor[] doors = [.. Enumerable.Range(1, 19).Select(n => Lives("Lindelaan", 2 * n, n / 100.0))];

        var parts = Division.PartsOf(doors);

        Assert.Equal([new("Lindelaan", StreetSide.Both, null, 19), new("Lindelaan", StreetSide.Both, 20, null)], parts.Select(p => p.Part));
        Assert.Equal([9, 10], parts.Select(p => p.Neighbours.Count));
    }

    [Fact]
    public void Whose_front_door_is_not_known_stays()
    {
        AtDoor[] doors = [.. Street("Lindelaan", 0, 3), .. Street("Eikstraat", 1, 3)];
        var members = doors.Select(d => d.Person!.Value).Append(Truus);

        var division = Division.Of(members, doors, [new("Eikstraat", StreetSide.Both, null, null)]);

        Assert.Contains(Truus, division.Staying);
        Assert.Equal(3, division.Going.Count);
    }

    [Fact]
    public void A_circle_is_not_split_into_nobody_and_everybody()
    {
        AtDoor[] doors = [.. Street("Lindelaan", 0, 3)];
        var members = doors.Select(d => d.Person!.Value).ToList();

        Assert.IsType<NobodyGoesAlong>(Division.Of(members, doors, []).Refused);
        Assert.IsType<NobodyStaysBehind>(Division.Of(members, doors, [new("Lindelaan", StreetSide.Both, null, null)]).Refused);
        Assert.Equal([], Division.Suggest([.. Division.PartsOf(doors).Take(1)], null));
    }

    private static IEnumerable<AtDoor> Street(string name, int east, int neighbours) =>
        Enumerable.Range(1, neighbours).Select(n => Lives(name, n, east / 100.0 + n / 10000.0));

    private static AtDoor Lives(string street, int number, double east, PersonId? person = null) =>
        new(person ?? PersonId.New(), street, number, new(5.2 + east, 52.7));
}
