using System.Collections.Immutable;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>A good day of two concierges, and every way to spoil it.</summary>
public sealed class CheckerTests
{
    private static readonly int[] Line =
    [
        .. Enumerable.Range(0, 6).SelectMany(a => Enumerable.Range(0, 6).Select(b => Math.Abs(a - b) * 10)),
    ];

    /// <summary>Locations on one street, ten minutes apart; the hub is at its begin.</summary>
    private static readonly Problem Day = new()
    {
        Profiles = [new TravelMatrix("foot", 6, Line, Line, Line)],
        Vehicles =
        [
            new Vehicle
            {
                Id = 1,
                Start = 0,
                End = 0,
                Capacity = [2],
                Skills = [1],
                Shift = new(0, 300),
                Breaks = [new Break(1, 15, [new(40, 120)])],
                MaxTasks = 4,
                MaxTravelTime = 120,
            },
            new Vehicle
            {
                Id = 2,
                Start = 0,
                End = 0,
                Capacity = [2],
                Shift = new(0, 200),
            },
        ],
        Stops =
        [
            new Stop
            {
                Id = 10,
                Kind = StopKind.Pickup,
                Location = 1,
                Service = 5,
            },
            new Stop
            {
                Id = 11,
                Kind = StopKind.Delivery,
                Location = 2,
                Service = 5,
            },
            new Stop
            {
                Id = 12,
                Location = 3,
                Service = 20,
                Windows = [new(60, 90)],
            },
            new Stop
            {
                Id = 13,
                Location = 4,
                Service = 10,
            },
            new Stop
            {
                Id = 14,
                Location = 5,
                Service = 10,
                Windows = [new(0, 60), new(100, 140)],
            },
        ],
        Errands =
        [
            new Errand
            {
                First = 0,
                Second = 1,
                PickedUp = [2],
                MaxOnBoard = 20,
            },
            new Errand
            {
                First = 2,
                Skills = [1],
                Delivered = [0],
            },
            new Errand
            {
                First = 3,
                OnlyVehicles = [1],
                Delivered = [1],
            },
            new Errand
            {
                First = 4,
                Delivered = [1],
                Priority = 30,
            },
        ],
    };

    private static readonly Plan Good = new(
        [
            [Stop(0), Stop(1), Pause, Stop(2)],
            [Stop(3), Stop(4)],
        ],
        []
    );

    private static PlanStep Pause => PlanStep.AtBreak(0);

    [Fact]
    public void A_good_day_breaks_no_rule()
    {
        var verdict = PlanChecker.Check(Day, Good);
        Assert.Empty(verdict.Violations);
        Assert.Equal(160, verdict.TravelTime);
        Assert.Equal(2, verdict.VehiclesUsed);
        Assert.Equal(0, verdict.PriorityLost);
    }

    public static TheoryData<string, Rule> Spoilt =>
        new()
        {
            { "a stop forgotten", Rule.Once },
            { "a stop visited twice", Rule.Once },
            { "a stop visited and left", Rule.Once },
            { "delivered before picked up", Rule.PickUpFirst },
            { "a pair over two vehicles", Rule.PickUpFirst },
            { "too late for the window", Rule.Window },
            { "home after the shift", Rule.Shift },
            { "too much on board", Rule.Capacity },
            { "sent without the skill", Rule.Skills },
            { "sent with another vehicle", Rule.Vehicle },
            { "no pause", Rule.Break },
            { "two pauses", Rule.Break },
            { "a pause too late", Rule.Break },
            { "too many stops", Rule.MaxTasks },
            { "too much riding", Rule.MaxTravelTime },
            { "too far", Rule.MaxDistance },
            { "a full bag during the pause", Rule.LoadAtBreak },
            { "the meal cold", Rule.OnBoard },
            { "one of two who come together", Rule.Together },
            { "the promise not kept", Rule.Committed },
            { "the order left", Rule.Order },
        };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void Every_rule_broken_on_purpose_is_found(string how, Rule rule)
    {
        var (problem, plan) = Spoil(how);
        Assert.Contains(PlanChecker.Check(problem, plan).Violations, v => v.Rule == rule);
    }

    [Fact]
    public void No_rule_is_without_a_way_to_break_it() =>
        Assert.Equal(
            Enum.GetValues<Rule>().Order(),
            Spoilt.Select(row => row.Data.Item2).Distinct().Order()
        );

    private static (Problem, Plan) Spoil(string how) =>
        how switch
        {
            "a stop forgotten" => (Day, Routes([Stop(0), Stop(1), Pause, Stop(2)], [Stop(3)])),
            "a stop visited twice" => (Day, Routes([Stop(0), Stop(1), Pause, Stop(2), Stop(4)], [Stop(3), Stop(4)])),
            "a stop visited and left" => (Day, Good with { Unserved = [3] }),
            "delivered before picked up" => (Day, Routes([Stop(1), Stop(0), Pause, Stop(2)], [Stop(3), Stop(4)])),
            "a pair over two vehicles" => (Day, Routes([Stop(0), Pause, Stop(2)], [Stop(1), Stop(3), Stop(4)])),
            "too late for the window" => (
                Day,
                Routes([Stop(0), Stop(1), Pause, Stop(2) with { NotBefore = 91 }], [Stop(3), Stop(4)])
            ),
            "home after the shift" => (Vehicle(1, v => v with { Shift = new(0, 110) }), Good),
            "too much on board" => (Vehicle(1, v => v with { Capacity = [1] }), Good),
            "sent without the skill" => (Vehicle(0, v => v with { Skills = [2] }), Good),
            "sent with another vehicle" => (Day, Routes([Stop(0), Stop(1), Pause, Stop(2), Stop(3)], [Stop(4)])),
            "no pause" => (Day, Routes([Stop(0), Stop(1), Stop(2)], [Stop(3), Stop(4)])),
            "two pauses" => (Day, Routes([Stop(0), Pause, Stop(1), Pause, Stop(2)], [Stop(3), Stop(4)])),
            "a pause too late" => (
                Day,
                Routes([Stop(0), Stop(1), Stop(2), Pause with { NotBefore = 121 }], [Stop(3), Stop(4)])
            ),
            "too many stops" => (Vehicle(0, v => v with { MaxTasks = 2 }), Good),
            "too much riding" => (Vehicle(0, v => v with { MaxTravelTime = 59 }), Good),
            "too far" => (Vehicle(1, v => v with { MaxDistance = 99 }), Good),
            "a full bag during the pause" => (
                Vehicle(0, v => v with { Breaks = [v.Breaks[0] with { MaxLoad = [1], Windows = [new(0, 300)] }] }),
                Routes([Stop(0), Pause, Stop(1), Stop(2)], [Stop(3), Stop(4)])
            ),
            "the meal cold" => (Day, Routes([Stop(0), Pause, Stop(1), Stop(2)], [Stop(3), Stop(4)])),
            "one of two who come together" => (Day with { Together = [new JointVisit(1, 3, 5, 9)] }, Good),
            "the promise not kept" => (Vehicle(1, v => v with { Committed = [4] }), Good),
            "the order left" => (Vehicle(1, v => v with { FamiliarOrder = [4, 3], CostOfChange = null }), Good),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };

    [Fact]
    public void Riding_on_while_the_pause_waits_for_its_window_saves_the_ride()
    {
        var pause = Day with
        {
            Vehicles = [Day.Vehicles[0] with { Breaks = [new Break(1, 15, [new(8, 120)])] }, Day.Vehicles[1]],
        };
        var verdict = PlanChecker.Check(pause, Routes([Pause, Stop(0), Stop(1), Stop(2)], [Stop(3), Stop(4)]));
        Assert.Empty(verdict.Violations);
        Assert.Equal(25, verdict.Routes[0].Visits[1].Arrival);
    }

    private static PlanStep Stop(int index) => PlanStep.AtStop(index);

    private static Plan Routes(ImmutableArray<PlanStep> first, ImmutableArray<PlanStep> second) =>
        new([first, second], []);

    private static Problem Vehicle(int index, Func<Vehicle, Vehicle> change) =>
        Day with
        {
            Vehicles = Day.Vehicles.SetItem(index, change(Day.Vehicles[index])),
        };
}
