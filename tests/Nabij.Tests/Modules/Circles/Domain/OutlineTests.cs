using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Tests.Modules.Circles.Domain;

public sealed class OutlineTests
{
    private const int Seed = 41;

    [Fact]
    public void The_outline_goes_around_all_front_doors_and_through_the_outer_ones_only()
    {
        GeoPoint[] corners = [new(5, 52), new(5.1, 52), new(5.1, 52.1), new(5, 52.1)];

        var outline = Outline.Around([.. corners, new(5.05, 52.05), new(5.05, 52)]);

        Assert.Equal([.. corners, corners[0]], outline);
        Assert.Equal(outline, Outline.Read(Outline.Write(outline)));
    }

    [Fact]
    public void Two_front_doors_have_no_outline() => Assert.Empty(Outline.Around([new(5, 52), new(5.1, 52)]));

    [Fact]
    public void Front_doors_in_a_row_have_no_outline() => Assert.Empty(Outline.Around([new(5, 52), new(5.1, 52), new(5.2, 52)]));

    [Fact]
    public void No_front_door_lies_outside_the_outline()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var doors = Enumerable.Range(0, random.Next(3, 40)).Select(_ => new GeoPoint(random.Next(20), random.Next(20))).ToList();
            var outline = Outline.Around(doors);

            foreach (var door in doors)
            {
                for (var i = 1; i < outline.Count; i++)
                    Assert.True(Left(outline[i - 1], outline[i], door) >= 0, $"seed {Seed}, round {round}");
            }
        }
    }

    private static double Left(GeoPoint a, GeoPoint b, GeoPoint c) =>
        (b.Longitude - a.Longitude) * (c.Latitude - a.Latitude) - (b.Latitude - a.Latitude) * (c.Longitude - a.Longitude);
}
