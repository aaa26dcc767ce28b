using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Drawing;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Drawing;

public sealed class AreaTests
{
    [Fact]
    public async Task A_front_door_is_in_the_circle_that_its_side_of_the_street_belongs_to()
    {
        await using var app = await TestApp.StartAsync();
        var doors = await app.AddStreetAsync("Lindelaan", 1, 2, 3, 4);
        var (odd, even) = (await app.StartCircleAsync("Zonkant"), await app.StartCircleAsync("Schaduwkant"));

        Assert.Null(await AddAsync(app, odd, new("lindeln", StreetSide.Odd, null, null)));
        Assert.Null(await AddAsync(app, even, new("Lindelaan", StreetSide.Even, null, 2)));

        Assert.Equal(["Zonkant", "Schaduwkant", "Zonkant", null], await AroundAsync(app, doors));
    }

    [Fact]
    public async Task A_front_door_moves_over_when_another_circle_takes_it()
    {
        await using var app = await TestApp.StartAsync();
        var doors = await app.AddStreetAsync("Lindelaan", 1, 2, 3, 4);
        var (zuid, noord) = (await app.StartCircleAsync("Zuid"), await app.StartCircleAsync("Noord"));
        await AddAsync(app, zuid, new("Lindelaan", StreetSide.Both, null, null));

        await AddAsync(app, noord, new("Lindelaan", StreetSide.Both, 3, null));
        await app.DoAsync<DrawCircle>(d => d.RemoveAsync(zuid, new("Lindelaan", StreetSide.Both, 1, 1), default));

        Assert.Equal([null, "Zuid", "Noord", "Noord"], await AroundAsync(app, doors));
    }

    [Fact]
    public async Task The_outline_follows_the_front_doors()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(
            Streets.Header,
            "Lindelaan;1;;;1611AB;Bovenkarspel;5.24;52.69",
            "Lindelaan;3;;;1611AB;Bovenkarspel;5.25;52.69",
            "Lindelaan;5;;;1611AB;Bovenkarspel;5.25;52.70"
        );
        var circle = await app.StartCircleAsync();

        await AddAsync(app, circle, new("Lindelaan", StreetSide.Both, null, null));
        Assert.Equal(4, Outline.Read((await app.CircleAsync(circle)).Outline).Count);

        await app.DoAsync<DrawCircle>(d => d.RemoveAsync(circle, new("Lindelaan", StreetSide.Both, 5, null), default));
        Assert.Empty((await app.CircleAsync(circle)).Outline);
    }

    [Fact]
    public async Task A_street_that_is_not_there_is_said_so()
    {
        await using var app = await TestApp.StartAsync();

        Assert.IsType<NoFrontDoorsThere>(
            await AddAsync(app, await app.StartCircleAsync(), new("Nergenslaan", StreetSide.Both, null, null))
        );
    }

    [Fact]
    public async Task Circles_lie_next_to_each_other_from_both_sides()
    {
        await using var app = await TestApp.StartAsync();
        var (zuid, noord, oost) = (await app.StartCircleAsync("Zuid"), await app.StartCircleAsync("Noord"), await app.StartCircleAsync("Oost"));

        await PlaceAsync(app, zuid, noord, oost);
        Assert.Equal([zuid], await NextToAsync(app, noord));

        await PlaceAsync(app, oost);
        Assert.Equal([noord], await NextToAsync(app, zuid));
        Assert.Empty(await NextToAsync(app, oost));
    }

    private static async Task PlaceAsync(TestApp app, CircleId circle, params CircleId[] others) =>
        Assert.Null(await app.DoAsync<PlaceNextTo>(p => p.HandleAsync(circle, others, default)));

    private static Task<IReadOnlyList<CircleId>> NextToAsync(TestApp app, CircleId circle) =>
        app.InScopeAsync(s => s.GetRequiredService<ICircles>().AdjacentToAsync(circle, default));

    private static Task<Refusal?> AddAsync(TestApp app, CircleId circle, StreetPart part) =>
        app.DoAsync<DrawCircle>(draw => draw.AddAsync(circle, part, default));

    private static Task<List<string?>> AroundAsync(TestApp app, IEnumerable<AddressId> doors) =>
        app.InScopeAsync(async s =>
        {
            var names = new List<string?>();
            foreach (var door in doors)
                names.Add((await s.GetRequiredService<ICircles>().AroundAsync(door, default))?.Name);
            return names;
        });
}
