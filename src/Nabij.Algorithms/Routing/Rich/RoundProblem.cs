using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Rich;

/// <summary>A <see cref="Problem"/> laid out flat for the search, with everything pinned that it points to.</summary>
internal sealed unsafe class RoundProblem
{
    /// <summary>Kinds of load at most.</summary>
    public const int Loads = 4;
    private const int LatenessFactor = 10_000;
    private readonly List<Array> _pinned = [];
    private readonly int[][] _mayServe;

    public RoundProblem(Problem problem)
    {
        Source = problem;
        StopCount = problem.Stops.Length;
        VehicleCount = problem.Vehicles.Length;
        ErrandCount = problem.Errands.Length;
        StepsAtMost = StopCount + problem.Vehicles.Select(v => v.Breaks.Length).DefaultIfEmpty().Max() + 2;
        Windows = Pinned<TimeWindow>(
            problem.Stops.Sum(s => s.Windows.Length)
                + problem.Vehicles.Sum(v => v.Breaks.Sum(b => b.Windows.Length))
                + (2 * problem.Together.Length)
        );
        Stops = Pinned<StopData>(StopCount);
        Breaks = Pinned<BreakData>(problem.Vehicles.Sum(v => v.Breaks.Length));
        Errands = Pinned<ErrandData>(ErrandCount);
        Vehicles = Pinned<VehicleData>(VehicleCount);
        MeanRideCost = problem.Profiles.Select(Mean).DefaultIfEmpty(1).Max();
        Fill();
        Agreements = new Agreements(this);
        _mayServe = AllowedVehicles();
        Allowed = [.. _mayServe];
        Ranks = [.. problem.Vehicles.Select(RanksOf)];
    }

    public Problem Source { get; }

    public int StopCount { get; }

    public int VehicleCount { get; }

    public int ErrandCount { get; }

    public int StepsAtMost { get; }

    public TimeWindow* Windows { get; }

    public StopData* Stops { get; }

    public BreakData* Breaks { get; }

    public ErrandData* Errands { get; }

    public VehicleData* Vehicles { get; }

    /// <summary>When two come together, as far as that is agreed.</summary>
    public Agreements Agreements { get; }

    /// <summary>Per errand the vehicles that may serve it.</summary>
    public int[][] Allowed { get; }

    /// <summary>No errands for this vehicle from now on.</summary>
    public void Exclude(int vehicle)
    {
        for (var e = 0; e < ErrandCount; e++)
            Allowed[e] = Array.FindAll(Allowed[e], v => v != vehicle);
    }

    /// <summary>Undoes <see cref="Exclude"/>.</summary>
    public void Readmit(int vehicle)
    {
        for (var e = 0; e < ErrandCount; e++)
        {
            if (_mayServe[e].Contains(vehicle) && !Allowed[e].Contains(vehicle))
                Allowed[e] = [.. Allowed[e].Append(vehicle).Order()];
        }
    }

    /// <summary>
    /// Per vehicle the rank of each stop in its familiar order, -1 where it has none; null without such an order.
    /// </summary>
    public int[]?[] Ranks { get; }

    /// <summary>
    /// Whether time alone does not decide: some may be late, or loads may not stay on board for long.
    /// </summary>
    public bool MustRide { get; private set; }

    /// <summary>What a ride between any two locations costs: the yardstick for prices and temperatures.</summary>
    public double MeanRideCost { get; }

    private void Fill()
    {
        var window = 0;
        for (var s = 0; s < StopCount; s++)
        {
            var stop = Source.Stops[s];
            Stops[s] = new StopData
            {
                Location = stop.Location,
                Setup = stop.Setup,
                Service = stop.Service,
                FirstWindow = window,
                WindowCount = stop.Windows.Length,
                Lateness = stop.LatenessAllowed,
                Until = stop.Windows.IsEmpty ? int.MaxValue : stop.Windows[^1].Until + stop.LatenessAllowed,
            };
            foreach (var open in stop.Windows)
                Windows[window++] = open;
            MustRide |= stop.LatenessAllowed > 0;
        }
        for (var e = 0; e < ErrandCount; e++)
            FillErrand(e);
        var pause = 0;
        var matrices = Source.Profiles.Select(FillMatrix).ToArray();
        for (var v = 0; v < VehicleCount; v++)
        {
            var vehicle = Source.Vehicles[v];
            Vehicles[v] = matrices[vehicle.Profile] with
            {
                Start = vehicle.Start,
                End = vehicle.End,
                Shift = vehicle.Shift,
                MaxTasks = vehicle.MaxTasks,
                MaxTravelTime = vehicle.MaxTravelTime,
                MaxDistance = vehicle.MaxDistance,
                FixedCost = vehicle.FixedCost,
                FirstBreak = pause,
                BreakCount = vehicle.Breaks.Length,
                CostOfChange = vehicle.CostOfChange ?? -1,
            };
            for (var kind = 0; kind < Loads; kind++)
                Vehicles[v].Capacity[kind] = kind < vehicle.Capacity.Length ? vehicle.Capacity[kind] : int.MaxValue / 4;
            foreach (var taken in vehicle.Breaks)
            {
                Breaks[pause] = new BreakData
                {
                    Service = taken.Service,
                    FirstWindow = window,
                    WindowCount = taken.Windows.Length,
                };
                for (var kind = 0; kind < Math.Min(Loads, taken.MaxLoad.Length); kind++)
                    Breaks[pause].Barred[kind] = Math.Max(0, Vehicles[v].Capacity[kind] - taken.MaxLoad[kind]);
                pause++;
                foreach (var open in taken.Windows)
                    Windows[window++] = open;
            }
        }
    }

    private VehicleData FillMatrix(TravelMatrix matrix) =>
        new()
        {
            Time = Copy(matrix.Durations),
            Cost = Copy(matrix.Costs),
            Distance = matrix.Distances == null ? null : Copy(matrix.Distances),
            Size = matrix.Size,
        };

    private void FillErrand(int e)
    {
        var errand = Source.Errands[e];
        var data = new ErrandData
        {
            First = errand.First,
            Second = errand.Second,
            Priority = errand.Priority,
            MaxOnBoard = errand.MaxOnBoard,
            Price = Price(errand),
        };
        for (var kind = 0; kind < Loads; kind++)
        {
            data.Delivered[kind] = kind < errand.Delivered.Length && !errand.IsPair ? errand.Delivered[kind] : 0;
            data.PickedUp[kind] = kind < errand.PickedUp.Length ? errand.PickedUp[kind] : 0;
        }
        Errands[e] = data;
        Stops[errand.First].Errand = e;
        if (errand.IsPair)
            Stops[errand.Second].Errand = e;
        MustRide |= errand.IsPair && errand.MaxOnBoard < int.MaxValue;
    }

    /// <summary>Where stops may be late, leaving one must be dearer than any lateness.</summary>
    private long Price(Errand errand)
    {
        var price = (long)(MeanRideCost * (4 + (errand.Priority * 0.4))) + Source.Vehicles.Max(v => v.FixedCost);
        return Source.Stops.Any(s => s.LatenessAllowed > 0) ? price * LatenessFactor : price;
    }

    private static double Mean(TravelMatrix matrix) => Math.Max(1, matrix.Costs.Average(c => (double)c));

    private int[][] AllowedVehicles()
    {
        var skills = Source.Vehicles.Select(v => v.Skills.ToHashSet()).ToArray();
        return
        [
            .. Source.Errands.Select(errand =>
                Enumerable
                    .Range(0, VehicleCount)
                    .Where(v => errand.Skills.All(skills[v].Contains))
                    .Where(v => errand.OnlyVehicles.IsEmpty || errand.OnlyVehicles.Contains(v))
                    .ToArray()
            ),
        ];
    }

    private int[]? RanksOf(Vehicle vehicle)
    {
        if (vehicle.FamiliarOrder.IsEmpty || vehicle.CostOfChange == 0)
            return null;
        var ranks = Enumerable.Repeat(-1, StopCount).ToArray();
        for (var rank = 0; rank < vehicle.FamiliarOrder.Length; rank++)
            ranks[vehicle.FamiliarOrder[rank]] = rank;
        return ranks;
    }

    private T* Pinned<T>(int count)
        where T : unmanaged
    {
        var array = GC.AllocateArray<T>(Math.Max(1, count), pinned: true);
        _pinned.Add(array);
        return (T*)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
    }

    private int* Copy(int[] values)
    {
        var copy = Pinned<int>(values.Length);
        values.CopyTo(new Span<int>(copy, values.Length));
        return copy;
    }
}

[StructLayout(LayoutKind.Sequential)]
internal struct StopData
{
    public int Location;
    public int Setup;
    public int Service;
    public int FirstWindow;
    public int WindowCount;
    public int Lateness;

    /// <summary>The last moment at which it may start.</summary>
    public int Until;
    public int Errand;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BreakData
{
    public int Service;
    public int FirstWindow;
    public int WindowCount;

    /// <summary>How much of what fits may not be on board meanwhile.</summary>
    public fixed int Barred[RoundProblem.Loads];
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ErrandData
{
    public int First;
    public int Second;
    public int Priority;
    public int MaxOnBoard;

    /// <summary>
    /// What leaving it costs while searching: enough to look for it, little enough to trade one for another.
    /// </summary>
    public long Price;
    public fixed int Delivered[RoundProblem.Loads];
    public fixed int PickedUp[RoundProblem.Loads];
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VehicleData
{
    public int* Time;
    public int* Cost;

    /// <summary>Null where distances are not given.</summary>
    public int* Distance;
    public int Size;
    public int Start;
    public int End;
    public TimeWindow Shift;
    public int MaxTasks;
    public int MaxTravelTime;
    public int MaxDistance;
    public int FixedCost;
    public int FirstBreak;
    public int BreakCount;

    /// <summary>-1 where the order must be kept.</summary>
    public int CostOfChange;
    public fixed int Capacity[RoundProblem.Loads];

    public readonly bool HasRideLimit => MaxTravelTime < int.MaxValue || MaxDistance < int.MaxValue;

    public readonly int Ride(int from, int to) => from < 0 || to < 0 ? 0 : unchecked(Time[(from * Size) + to]);

    public readonly int RideCost(int from, int to) => from < 0 || to < 0 ? 0 : unchecked(Cost[(from * Size) + to]);

    public readonly int Far(int from, int to) =>
        from < 0 || to < 0 || Distance == null ? 0 : unchecked(Distance[(from * Size) + to]);
}
