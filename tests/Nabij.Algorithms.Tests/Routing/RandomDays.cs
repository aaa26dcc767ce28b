using System.Collections.Immutable;
using Nabij.Algorithms.Routing;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>Small days in a small town, made from a seed; which rules they know is asked by name.</summary>
internal sealed class RandomDays(int seed)
{
    private readonly Random _random = new(seed);

    [Flags]
    public enum Rules
    {
        None = 0,
        Pairs = 1,
        Skills = 2,
        Breaks = 4,
        TwoWindows = 8,
        Lateness = 16,
        OnBoard = 32,
        FamiliarOrder = 64,
        FixedOrder = 128,
        Balance = 256,
        Committed = 512,
        MaxTasks = 1024,
        MaxTravelTime = 2048,
        OwnStartAndEnd = 4096,
        Priorities = 8192,
        Setup = 16384,
        Profiles = 32768,
        DearVehicles = 65536,
        MaxDistance = 131072,
        LoadAtBreak = 262144,
    }

    /// <summary>
    /// Classic days: like vehicles, one window each, feasible because everybody can be visited alone.
    /// </summary>
    public Problem Classic(int stops, int vehicles, int capacity = 10)
    {
        var matrix = Plane(stops + 1, 40);
        return new Problem
        {
            Profiles = [matrix],
            Vehicles = Range(
                vehicles,
                v => new Vehicle
                {
                    Id = v + 1,
                    Start = 0,
                    End = 0,
                    Capacity = [capacity],
                    Shift = new(0, 400),
                }
            ),
            Stops = Range(
                stops,
                s =>
                {
                    var ready = _random.Next(60, 200);
                    return new Stop
                    {
                        Id = s + 1,
                        Location = s + 1,
                        Service = _random.Next(1, 10),
                        Windows = [new(ready, ready + _random.Next(10, 120))],
                    };
                }
            ),
            Errands = Range(stops, s => new Errand { First = s, Delivered = [_random.Next(1, 4)] }),
        };
    }

    public Problem Rich(Rules rules)
    {
        bool Has(Rules rule) => (rules & rule) != Rules.None;
        var errands = Has(Rules.Pairs) || Has(Rules.OnBoard) ? 3 : 4;
        var pairs =
            Has(Rules.OnBoard) ? 1
            : Has(Rules.Pairs) ? 2
            : 0;
        var stops = errands + pairs;
        var locations = stops + 2;
        var first = Range(errands, e => e);
        return new Problem
        {
            Profiles = Has(Rules.Profiles) ? [Lopsided(locations), Lopsided(locations)] : [Lopsided(locations)],
            Balance = Has(Rules.Balance) ? 60 : 0,
            Vehicles = Range(
                2,
                v => new Vehicle
                {
                    Id = v + 1,
                    Profile = Has(Rules.Profiles) ? v : 0,
                    Start = Has(Rules.OwnStartAndEnd) ? (v == 0 ? -1 : locations - 1) : 0,
                    End = Has(Rules.OwnStartAndEnd) ? (v == 0 ? 0 : -1) : 0,
                    Capacity = [_random.Next(2, 6), 9],
                    Skills = Has(Rules.Skills) && v == 0 ? [7] : [],
                    Shift = new(_random.Next(0, 20), _random.Next(120, 220)),
                    Breaks =
                        Has(Rules.Breaks) || Has(Rules.LoadAtBreak)
                            ?
                            [
                                new(v + 1, 10, Windows(_random.Next(40, 90), 30, false))
                                {
                                    MaxLoad = Has(Rules.LoadAtBreak) ? [_random.Next(0, 3)] : [],
                                },
                            ]
                            : [],
                    MaxTasks = Has(Rules.MaxTasks) ? 2 : int.MaxValue,
                    MaxTravelTime = Has(Rules.MaxTravelTime) ? 90 : int.MaxValue,
                    MaxDistance = Has(Rules.MaxDistance) ? 60 : int.MaxValue,
                    FixedCost = Has(Rules.DearVehicles) ? 10_000 : 5,
                    Committed = Has(Rules.Committed) && v == 0 ? [0] : [],
                    FamiliarOrder = Has(Rules.FamiliarOrder) || Has(Rules.FixedOrder) ? [.. first.Reverse()] : [],
                    CostOfChange =
                        Has(Rules.FixedOrder) ? null
                        : Has(Rules.FamiliarOrder) ? 12
                        : 0,
                }
            ),
            Stops = Range(
                stops,
                s => new Stop
                {
                    Id = s + 1,
                    Kind =
                        s >= errands ? StopKind.Delivery
                        : s < pairs ? StopKind.Pickup
                        : StopKind.Job,
                    Location = _random.Next(3) == 0 ? 1 : 1 + s,
                    Setup = Has(Rules.Setup) ? 4 : 0,
                    Service = _random.Next(1, 8),
                    Windows =
                        Has(Rules.Committed) && s == 0
                            ? []
                            : Windows(_random.Next(20, 120), _random.Next(10, 60), Has(Rules.TwoWindows)),
                    LatenessAllowed = Has(Rules.Lateness) ? 25 : 0,
                }
            ),
            Errands = Range(
                errands,
                e => new Errand
                {
                    First = e,
                    Second = e < pairs ? errands + e : -1,
                    Skills = Has(Rules.Skills) && e % 2 == 0 ? [7] : [],
                    Priority = Has(Rules.Priorities) ? _random.Next(0, 4) * 10 : 0,
                    Delivered = e < pairs ? [] : [_random.Next(0, 3), 1],
                    PickedUp = e < pairs ? [_random.Next(1, 3)] : [_random.Next(0, 2)],
                    MaxOnBoard = Has(Rules.OnBoard) && e < pairs ? _random.Next(10, 30) : int.MaxValue,
                }
            ),
        };
    }

    private static ImmutableArray<TimeWindow> Windows(int from, int length, bool two) =>
        two
            ? [new(from, from + (length / 3)), new(from + (length / 3) + 15, from + length + 15)]
            : [new(from, from + length)];

    private TravelMatrix Plane(int locations, int side)
    {
        var points = Enumerable
            .Range(0, locations)
            .Select(_ => (X: _random.Next(side), Y: _random.Next(side)))
            .ToArray();
        int[] matrix =
        [
            .. points.SelectMany(a =>
                points.Select(b => (int)Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y))))
            ),
        ];
        return new TravelMatrix("plane", locations, matrix, matrix);
    }

    /// <summary>There is not as long as back, and money is not time.</summary>
    private TravelMatrix Lopsided(int locations)
    {
        var plane = Plane(locations, 30).Durations;
        int[] durations = [.. plane.Select((d, i) => i / locations == i % locations ? 0 : d + _random.Next(1, 6))];
        int[] costs = [.. durations.Select(d => d == 0 ? 0 : (2 * d) + _random.Next(0, 5))];
        return new TravelMatrix("town", locations, durations, costs, plane);
    }

    private static ImmutableArray<T> Range<T>(int count, Func<int, T> make) =>
        [.. Enumerable.Range(0, count).Select(make)];
}
