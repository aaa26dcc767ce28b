using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing;

/// <summary>
/// A day to be planned: who rides with what, what has to be done where and when. Times are whole units from one zero point
/// (seconds in VROOM's format, tenths in Solomon's); all other words refer to each other by index.
/// </summary>
public sealed record Problem
{
    public string Name { get; init; } = "";

    /// <summary>Ways of travelling, each with its own matrix over the same locations.</summary>
    public required ImmutableArray<TravelMatrix> Profiles { get; init; }

    public required ImmutableArray<Vehicle> Vehicles { get; init; }

    /// <summary>Every place to be visited for something, pick-ups and deliveries included.</summary>
    public required ImmutableArray<Stop> Stops { get; init; }

    /// <summary>What is served or left as a whole: one stop, or a pick-up and its delivery by the same vehicle.</summary>
    public required ImmutableArray<Errand> Errands { get; init; }

    /// <summary>
    /// How much evenly filled shifts are worth: 0 for nothing; at 100 a fully worked shift costs half its length more. The cost
    /// grows with the square of the time worked, so the last hour of a full day is dearer than the first of an empty one.
    /// </summary>
    public int Balance { get; init; }
}

/// <summary>Travel times and costs between all locations, row by row: from <c>i</c> to <c>j</c> at <c>i * Size + j</c>.</summary>
public sealed record TravelMatrix(string Name, int Size, int[] Durations, int[] Costs);

/// <summary>A closed stretch of time.</summary>
public readonly record struct TimeWindow(int From, int Until)
{
    /// <summary>Any time that a planning can mean.</summary>
    public static TimeWindow Always { get; } = new(0, 1_000_000_000);
}

/// <summary>A person with what they ride on.</summary>
public sealed record Vehicle
{
    public required long Id { get; init; }

    public int Profile { get; init; }

    /// <summary>Location where the day begins; -1 when it begins at the first stop.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Location where the day ends; -1 when it ends at the last stop.</summary>
    public int End { get; init; } = -1;

    public ImmutableArray<int> Capacity { get; init; } = [];

    public ImmutableArray<int> Skills { get; init; } = [];

    public TimeWindow Shift { get; init; } = TimeWindow.Always;

    public ImmutableArray<Break> Breaks { get; init; } = [];

    public int MaxTasks { get; init; } = int.MaxValue;

    public int MaxTravelTime { get; init; } = int.MaxValue;

    /// <summary>Cost of using this vehicle at all.</summary>
    public int FixedCost { get; init; }

    /// <summary>Stops that this vehicle has done or has promised, in order, before anything else.</summary>
    public ImmutableArray<int> Committed { get; init; } = [];

    /// <summary>Stops in the order that the residents are used to.</summary>
    public ImmutableArray<int> FamiliarOrder { get; init; } = [];

    /// <summary>What the optimum must save for every stop that is met out of the familiar order; null keeps the order as it is.</summary>
    public int? CostOfChange { get; init; } = 0;
}

/// <summary>A pause that starts within one of its windows, at a stop or on the way, and splits no service.</summary>
public sealed record Break(long Id, int Service, ImmutableArray<TimeWindow> Windows);

/// <summary>What kind of visit it is.</summary>
public enum StopKind
{
    Job,
    Pickup,
    Delivery,
}

/// <summary>A visit to one place.</summary>
public sealed record Stop
{
    public required long Id { get; init; }

    public StopKind Kind { get; init; }

    public required int Location { get; init; }

    /// <summary>Time before the service, left out when the stop before was at the same location.</summary>
    public int Setup { get; init; }

    public int Service { get; init; }

    /// <summary>The set-up and the service after it start within one of these, in order of time; none means any time.</summary>
    public ImmutableArray<TimeWindow> Windows { get; init; } = [];

    /// <summary>How much later than its last window the service may start, against the cost of being late.</summary>
    public int LatenessAllowed { get; init; }
}

/// <summary>A unit of serving: one stop, or a pick-up followed by its delivery.</summary>
public sealed record Errand
{
    public required int First { get; init; }

    /// <summary>The delivery of a pair, -1 for a single stop.</summary>
    public int Second { get; init; } = -1;

    public bool IsPair => Second >= 0;

    public ImmutableArray<int> Skills { get; init; } = [];

    /// <summary>0 to 100: what is lost when nobody comes; errands of a higher sum are served first.</summary>
    public int Priority { get; init; }

    /// <summary>Load on board from the start of the route to the stop (a single stop only).</summary>
    public ImmutableArray<int> Delivered { get; init; } = [];

    /// <summary>Load on board from the stop to the end of the route (single), or from pick-up to delivery (pair).</summary>
    public ImmutableArray<int> PickedUp { get; init; } = [];

    /// <summary>For a pair: most time between the end of the pick-up and the start of the delivery.</summary>
    public int MaxOnBoard { get; init; } = int.MaxValue;

    /// <summary>The vehicles that may serve it, by index; none means all that have the skills.</summary>
    public ImmutableArray<int> OnlyVehicles { get; init; } = [];
}
