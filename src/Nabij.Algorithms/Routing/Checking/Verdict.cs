using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Checking;

/// <summary>What is wrong with a plan.</summary>
public enum Rule
{
    /// <summary>An errand is served twice, or served and unserved, or neither.</summary>
    Once,

    /// <summary>A pair is split over vehicles or delivered before it is picked up.</summary>
    PickUpFirst,

    /// <summary>A service starts outside the windows of its stop.</summary>
    Window,

    /// <summary>A route begins before or ends after the shift.</summary>
    Shift,

    /// <summary>More on board than fits.</summary>
    Capacity,

    /// <summary>The vehicle lacks a skill.</summary>
    Skills,

    /// <summary>The errand is meant for another vehicle.</summary>
    Vehicle,

    /// <summary>A pause is missing, doubled or outside its windows.</summary>
    Break,

    /// <summary>More stops than the vehicle takes.</summary>
    MaxTasks,

    /// <summary>More travel than the vehicle takes.</summary>
    MaxTravelTime,

    /// <summary>Farther than the vehicle goes.</summary>
    MaxDistance,

    /// <summary>More on board during a pause than there may be.</summary>
    LoadAtBreak,

    /// <summary>A load stays on board for too long.</summary>
    OnBoard,

    /// <summary>Of two that come together one does not, or not at the agreed time, or both are the same.</summary>
    Together,

    /// <summary>Stops that are done or promised are not the first of their route, in their order.</summary>
    Committed,

    /// <summary>The familiar order is not kept where it must be.</summary>
    Order,
}

/// <summary>A rule that a plan breaks.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="Vehicle">The vehicle's index, -1 where it concerns none.</param>
/// <param name="Words">What happens, for people.</param>
public sealed record Violation(Rule Rule, int Vehicle, string Words);

/// <summary>What a plan comes to.</summary>
/// <param name="Violations">None when it may be ridden.</param>
/// <param name="TravelCost">Sum of the matrix costs along all routes, fixed costs of the vehicles included.</param>
/// <param name="TravelTime">Sum of the riding times.</param>
/// <param name="PriorityLost">Sum of the priorities of what stays unserved.</param>
/// <param name="Lateness">Sum of the time by which services start late where that is allowed.</param>
/// <param name="Unserved">Errands that nobody serves.</param>
/// <param name="VehiclesUsed">Vehicles that visit anything.</param>
/// <param name="ChangesOfOrder">Times that a familiar order is left.</param>
/// <param name="Routes">Per vehicle its steps with their times.</param>
public sealed record Verdict(
    ImmutableArray<Violation> Violations,
    long TravelCost,
    long TravelTime,
    long PriorityLost,
    long Lateness,
    int Unserved,
    int VehiclesUsed,
    int ChangesOfOrder,
    ImmutableArray<RouteTimes> Routes
)
{
    /// <summary>Whether it may be ridden.</summary>
    public bool IsFeasible => Violations.IsEmpty;
}

/// <summary>A route with its times.</summary>
/// <param name="Departure">When it begins.</param>
/// <param name="Visits">Its steps.</param>
/// <param name="Arrival">When it ends.</param>
/// <param name="TravelTime">Riding time.</param>
/// <param name="TravelCost">Cost of riding, that of using the vehicle included.</param>
/// <param name="Distance">How far it goes, 0 where distances are not given.</param>
public sealed record RouteTimes(
    int Departure,
    ImmutableArray<Visit> Visits,
    int Arrival,
    int TravelTime,
    long TravelCost,
    int Distance = 0
);

/// <summary>A step with its times.</summary>
/// <param name="Step">The step.</param>
/// <param name="Arrival">When the vehicle is there.</param>
/// <param name="Start">When the set-up and the service, or the pause, start.</param>
/// <param name="Setup">Time to get ready there.</param>
/// <param name="Duration">Time of the service or the pause itself.</param>
/// <param name="Travelled">Riding time since the begin of the route.</param>
public sealed record Visit(PlanStep Step, int Arrival, int Start, int Setup, int Duration, int Travelled)
{
    /// <summary>Time between arriving and starting.</summary>
    public int Waiting => Start - Arrival;

    /// <summary>When the vehicle can go on.</summary>
    public int End => Start + Setup + Duration;
}
