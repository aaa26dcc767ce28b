using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Searching;

public sealed class NeighboursTests
{
    [Fact]
    public async Task The_neighbours_of_a_front_door_are_nearest_first_and_not_itself()
    {
        await using var app = await TestApp.StartAsync();
        var doors = await app.AddStreetAsync("Lindelaan", 2, 4, 6, 8, 10);

        var neighbours = await app.InPlacesAsync(p => p.NeighboursAsync(doors[0], 3, default));

        Assert.Equal(["Lindelaan 4", "Lindelaan 6", "Lindelaan 8"], neighbours.Select(n => n.FrontDoor));
    }

    [Fact]
    public async Task A_lonely_farm_still_has_neighbours()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(
            Streets.Header,
            "Polderweg;1;;;1611AB;Bovenkarspel;5.20;52.70",
            "Polderweg;3;;;1611AB;Bovenkarspel;5.25;52.72",
            "Polderweg;5;;;1611AB;Bovenkarspel;5.30;52.70"
        );
        var farm = (await app.InPlacesAsync(p => p.SearchAsync("polderweg 1", 1, default)))[0];

        var neighbours = await app.InPlacesAsync(p => p.NeighboursAsync(farm.Id, 2, default));

        Assert.Equal(["Polderweg 3", "Polderweg 5"], neighbours.Select(n => n.FrontDoor));
    }

    [Fact]
    public async Task An_address_of_another_community_has_no_neighbours_here()
    {
        await using var theirs = await TestApp.StartAsync();
        var doors = await theirs.AddStreetAsync("Lindelaan", 2, 4);
        await using var ours = await TestApp.StartAsync();

        Assert.Empty(await ours.InPlacesAsync(p => p.NeighboursAsync(doors[0], 3, default)));
        Assert.Empty(await ours.InPlacesAsync(p => p.FindAsync(doors, default)));
    }

    [Fact]
    public void A_hundred_metres_is_a_walk_of_two_minutes()
    {
        var (from, to) = (new GeoPoint(5.24, 52.695), new GeoPoint(5.24, 52.695 + 100 / 111_195.0));

        Assert.Equal(130, WalkingDistance.Metres(from, to));
        Assert.Equal(2, WalkingDistance.Minutes(from, to));
        Assert.Equal(1, WalkingDistance.Minutes(from, from));
    }
}
