using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing;

/// <summary>
/// A day to be planned: who rides with what, what has to be done where and when. Times are whole units from one zero
/// point
/// (seconds in VROOM's format, tenths in Solomon's); all other words refer to each other by index.
/// </summary>
public sealed record Problem
{
    /// <summary>What the problem is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ways of travelling, each with its own matrix over the same locations.</summary>
    public required ImmutableArray<TravelMatrix> Profiles { get; init; }

    /// <summary>Who rides.</summary>
    public required ImmutableArray<Vehicle> Vehicles { get; init; }

    /// <summary>Every place to be visited for something, pick-ups and deliveries included.</summary>
    public required ImmutableArray<Stop> Stops { get; init; }

    /// <summary>
    /// What is served or left as a whole: one stop, or a pick-up and its delivery by the same vehicle.
    /// </summary>
    public required ImmutableArray<Errand> Errands { get; init; }

    /// <summary>Visits for which two vehicles come at the same moment, or the one a while after the other.</summary>
    public ImmutableArray<JointVisit> Together { get; init; } = [];

    /// <summary>What a unit of lateness costs, where it is allowed.</summary>
    public int LatenessCost { get; init; } = 1000;

    /// <summary>
    /// How much evenly filled shifts are worth: 0 for nothing; at 100 a fully worked shift costs half its length
    /// more. The cost
    /// grows with the square of the time worked, so the last hour of a full day is dearer than the first of an empty
    /// one.
    /// </summary>
    public int Balance { get; init; }
}

/// <summary>Travel between all locations, row by row: from <c>i</c> to <c>j</c> at <c>i * Size + j</c>.</summary>
/// <param name="Name">The way of travelling.</param>
/// <param name="Size">Number of locations.</param>
/// <param name="Durations">Riding times.</param>
/// <param name="Costs">What riding costs; often the same list.</param>
/// <param name="Distances">How far it is, for vehicles that go no farther than so; null where nobody asks.</param>
public sealed record TravelMatrix(string Name, int Size, int[] Durations, int[] Costs, int[]? Distances = null);

/// <summary>A closed stretch of time.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its last moment.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct TimeWindow(int From, int Until)
{
    /// <summary>Any time that a planning can mean.</summary>
    public static TimeWindow Always { get; } = new(0, 1_000_000_000);
}

/// <summary>A person with what they ride on.</summary>
public sealed record Vehicle
{
    /// <summary>The caller's own number.</summary>
    public required long Id { get; init; }

    /// <summary>Index of the way of travelling.</summary>
    public int Profile { get; init; }

    /// <summary>Location where the day begins; -1 when it begins at the first stop.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Location where the day ends; -1 when it ends at the last stop.</summary>
    public int End { get; init; } = -1;

    /// <summary>How much fits of each kind of load; kinds that are not named are without limit.</summary>
    public ImmutableArray<int> Capacity { get; init; } = [];

    /// <summary>What this person can do, by numbers of the caller.</summary>
    public ImmutableArray<int> Skills { get; init; } = [];

    /// <summary>Hours of work: no sooner away, no later back.</summary>
    public TimeWindow Shift { get; init; } = TimeWindow.Always;

    /// <summary>Pauses, each of which is taken when the vehicle goes out at all.</summary>
    public ImmutableArray<Break> Breaks { get; init; } = [];

    /// <summary>Stops at most.</summary>
    public int MaxTasks { get; init; } = int.MaxValue;

    /// <summary>Riding time at most.</summary>
    public int MaxTravelTime { get; init; } = int.MaxValue;

    /// <summary>Distance at most; asks the distances of its way of travelling.</summary>
    public int MaxDistance { get; init; } = int.MaxValue;

    /// <summary>Cost of using this vehicle at all.</summary>
    public int FixedCost { get; init; }

    /// <summary>Stops that this vehicle has done or has promised, in order, before anything else.</summary>
    public ImmutableArray<int> Committed { get; init; } = [];

    /// <summary>Stops in the order that the residents are used to.</summary>
    public ImmutableArray<int> FamiliarOrder { get; init; } = [];

    /// <summary>
    /// What the optimum must save for every stop that is met out of the familiar order; null keeps the order as it
    /// is.
    /// </summary>
    public int? CostOfChange { get; init; } = 0;
}

/// <summary>A pause that starts within one of its windows, at a stop or on the way, and splits no service.</summary>
/// <param name="Id">The caller's own number.</param>
/// <param name="Service">How long it takes.</param>
/// <param name="Windows">When it may start; none means any time.</param>
public sealed record Break(long Id, int Service, ImmutableArray<TimeWindow> Windows)
{
    /// <summary>How much of each kind of load may be on board meanwhile; kinds that are not named as much as fits.</summary>
    public ImmutableArray<int> MaxLoad { get; init; } = [];
}

/// <summary>What kind of visit it is.</summary>
public enum StopKind
{
    /// <summary>A stop by itself.</summary>
    Job,

    /// <summary>First half of a pair.</summary>
    Pickup,

    /// <summary>Second half of a pair.</summary>
    Delivery,
}

/// <summary>A visit to one place.</summary>
public sealed record Stop
{
    /// <summary>The caller's own number.</summary>
    public required long Id { get; init; }

    /// <summary>What kind of visit it is.</summary>
    public StopKind Kind { get; init; }

    /// <summary>Row and column in the matrices.</summary>
    public required int Location { get; init; }

    /// <summary>Time before the service, left out when the stop before was at the same location.</summary>
    public int Setup { get; init; }

    /// <summary>How long the visit takes.</summary>
    public int Service { get; init; }

    /// <summary>
    /// The set-up and the service after it start within one of these, in order of time; none means any time.
    /// </summary>
    public ImmutableArray<TimeWindow> Windows { get; init; } = [];

    /// <summary>How much later than its last window the service may start, against the cost of being late.</summary>
    public int LatenessAllowed { get; init; }
}

/// <summary>A unit of serving: one stop, or a pick-up followed by its delivery.</summary>
public sealed record Errand
{
    /// <summary>The stop, or the pick-up of a pair.</summary>
    public required int First { get; init; }

    /// <summary>The delivery of a pair, -1 for a single stop.</summary>
    public int Second { get; init; } = -1;

    /// <summary>Whether it is a pick-up with its delivery.</summary>
    public bool IsPair => Second >= 0;

    /// <summary>What the vehicle must be able to do: all of these.</summary>
    public ImmutableArray<int> Skills { get; init; } = [];

    /// <summary>0 to 100: what is lost when nobody comes; errands of a higher sum are served first.</summary>
    public int Priority { get; init; }

    /// <summary>Load on board from the start of the route to the stop (a single stop only).</summary>
    public ImmutableArray<int> Delivered { get; init; } = [];

    /// <summary>
    /// Load on board from the stop to the end of the route (single), or from pick-up to delivery (pair).
    /// </summary>
    public ImmutableArray<int> PickedUp { get; init; } = [];

    /// <summary>For a pair: most time between the end of the pick-up and the start of the delivery.</summary>
    public int MaxOnBoard { get; init; } = int.MaxValue;

    /// <summary>The vehicles that may serve it, by index; none means all that have the skills.</summary>
    public ImmutableArray<int> OnlyVehicles { get; init; } = [];
}

/// <summary>
/// Two errands of a single stop each that are served by two vehicles, both or neither: to lift someone together, or an
/// injection a while before breakfast. Neither may be done or promised already.
/// </summary>
/// <param name="First">Index of the errand from whose start is counted.</param>
/// <param name="Second">Index of the other errand.</param>
/// <param name="LeastGap">The second starts no sooner than this after the first.</param>
/// <param name="MostGap">The second starts no later than this after the first.</param>
public sealed record JointVisit(int First, int Second, int LeastGap = 0, int MostGap = 0);
