using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// The vehicle routing problem with time windows as the literature has it: like vehicles from one depot, one load,
/// one
/// window each, everybody served. Client 0 is the depot. Arrays are pinned, so that searches may keep pointers to
/// them.
/// </summary>
internal sealed unsafe class ClassicProblem
{
    private readonly int[] _distance;
    private readonly int[] _time;
    private readonly Client[] _clients;

    private ClassicProblem(int count, int vehicles, int capacity)
    {
        Count = count;
        Vehicles = vehicles;
        Capacity = capacity;
        _distance = GC.AllocateArray<int>((count + 1) * (count + 1), pinned: true);
        _time = GC.AllocateArray<int>((count + 1) * (count + 1), pinned: true);
        _clients = GC.AllocateArray<Client>(count + 1, pinned: true);
        Distance = Pointer(_distance);
        Time = Pointer(_time);
        Clients = (Client*)Marshal.UnsafeAddrOfPinnedArrayElement(_clients, 0);
    }

    /// <summary>Clients to be served, the depot not counted.</summary>
    public int Count { get; }

    public int Vehicles { get; }

    public int Capacity { get; }

    /// <summary>Row by row, <see cref="Width"/> wide.</summary>
    public int* Distance { get; }

    /// <summary>Travel times in the same shape; the same memory where they are the distances.</summary>
    public int* Time { get; private set; }

    public Client* Clients { get; }

    public int Width => Count + 1;

    /// <summary>Mean distance from a client to the tenth nearest other: what a ride in a good plan is like.</summary>
    public double TypicalRide { get; private set; } = 1;

    /// <summary>
    /// Angle of each client as seen from the depot, 0 to 65535; null where no coordinates are known.
    /// </summary>
    public int[]? Angles { get; private init; }

    /// <summary>Stops of the problem that the clients 1.. stand for.</summary>
    public required int[] StopOfClient { get; init; }

    /// <summary>Whether there and back are equally far and long, as with straight lines.</summary>
    public bool Symmetric { get; private set; }

    /// <summary>The problem in this shape, or null when it says more than this shape can hold.</summary>
    public static ClassicProblem? From(Problem problem)
    {
        if (!IsClassic(problem))
            return null;

        var vehicle = problem.Vehicles[0];
        var matrix = problem.Profiles[vehicle.Profile];
        var capacity = vehicle.Capacity.IsEmpty ? int.MaxValue / 4 : vehicle.Capacity[0];
        int[] locations = [vehicle.Start, .. problem.Errands.Select(e => problem.Stops[e.First].Location)];
        var classic = new ClassicProblem(problem.Errands.Length, problem.Vehicles.Length, capacity)
        {
            StopOfClient = [-1, .. problem.Errands.Select(e => e.First)],
            Angles = AnglesFromDistances(matrix, locations),
        };
        classic.Fill(problem, matrix, locations);
        return classic;
    }

    private static bool IsClassic(Problem problem)
    {
        if (problem.Vehicles.IsEmpty || problem.Errands.IsEmpty || problem.Balance != 0 || !problem.Together.IsEmpty)
            return false;
        var first = problem.Vehicles[0];
        return first is { Start: >= 0 }
            && first.Start == first.End
            && first.Capacity.Length <= 1
            && problem.Vehicles.All(v => LikeFirst(v, first))
            && problem.Errands.All(e => IsPlain(e, problem.Stops[e.First]));
    }

    private static bool LikeFirst(Vehicle vehicle, Vehicle first) =>
        vehicle.Breaks.IsEmpty
        && vehicle.Committed.IsEmpty
        && vehicle.FamiliarOrder.IsEmpty
        && vehicle.Skills.IsEmpty
        && vehicle.Capacity.AsSpan().SequenceEqual(first.Capacity.AsSpan())
        && (vehicle.Profile, vehicle.Start, vehicle.End, vehicle.Shift)
            == (first.Profile, first.Start, first.End, first.Shift)
        && vehicle
            is {
                MaxTasks: int.MaxValue,
                MaxTravelTime: int.MaxValue,
                MaxDistance: int.MaxValue,
                FixedCost: 0
            };

    private static bool IsPlain(Errand errand, Stop stop) =>
        !errand.IsPair
        && errand.Skills.IsEmpty
        && errand.OnlyVehicles.IsEmpty
        && errand.PickedUp.All(p => p == 0)
        && errand.Delivered.All(d => d >= 0)
        && stop is { Setup: 0, LatenessAllowed: 0, Windows.Length: <= 1 };

    private void Fill(Problem problem, TravelMatrix matrix, int[] locations)
    {
        Symmetric = true;
        for (var i = 0; i <= Count; i++)
        {
            for (var j = 0; j <= Count; j++)
            {
                var (there, back) = (
                    (locations[i] * matrix.Size) + locations[j],
                    (locations[j] * matrix.Size) + locations[i]
                );
                _distance[(i * Width) + j] = matrix.Costs[there];
                _time[(i * Width) + j] = matrix.Durations[there];
                Symmetric &=
                    matrix.Costs[there] == matrix.Costs[back] && matrix.Durations[there] == matrix.Durations[back];
            }
        }

        if (_distance.AsSpan().SequenceEqual(_time))
            Time = Distance;
        var row = new int[Width];
        long sum = 0;
        for (var i = 1; i <= Count; i++)
        {
            _distance.AsSpan(i * Width, Width).CopyTo(row);
            Array.Sort(row);
            sum += row[Math.Min(10, Count)];
        }
        TypicalRide = Math.Max(1, (double)sum / Count);
        var shift = problem.Vehicles[0].Shift;
        _clients[0] = new Client(shift.From, shift.Until, 0, 0);
        for (var c = 1; c <= Count; c++)
        {
            var errand = problem.Errands[c - 1];
            var stop = problem.Stops[errand.First];
            var window = stop.Windows.IsEmpty ? shift : stop.Windows[0];
            var load = errand.Delivered.IsEmpty ? 0 : errand.Delivered[0];
            _clients[c] = new Client(
                Math.Max(window.From, shift.From),
                Math.Min(window.Until, shift.Until),
                stop.Service,
                load
            );
        }
    }

    /// <summary>
    /// Directions rebuilt from distances alone: the plane through the depot and the farthest location, with the
    /// location
    /// that lies most aside choosing the positive half. Enough to order routes around the depot.
    /// </summary>
    private static int[] AnglesFromDistances(TravelMatrix matrix, int[] locations)
    {
        double Between(int i, int j) => matrix.Costs[(locations[i] * matrix.Size) + locations[j]];
        var count = locations.Length;
        var far = Enumerable.Range(0, count).MaxBy(i => Between(0, i));
        var reach = Math.Max(1, Between(0, far));
        double Along(int i) =>
            ((Between(0, i) * Between(0, i)) + (reach * reach) - (Between(far, i) * Between(far, i))) / (2 * reach);
        double Aside(int i) => Math.Sqrt(Math.Max(0, (Between(0, i) * Between(0, i)) - (Along(i) * Along(i))));
        var side = Enumerable.Range(0, count).MaxBy(Aside);
        double Height(int i)
        {
            var (dx, above) = (Along(i) - Along(side), Aside(i) - Aside(side));
            var below = Aside(i) + Aside(side);
            var seen = Between(side, i) * Between(side, i);
            var isAbove = Math.Abs((dx * dx) + (above * above) - seen) <= Math.Abs((dx * dx) + (below * below) - seen);
            return isAbove ? Aside(i) : -Aside(i);
        }
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => (int)((Math.Atan2(Height(i), Along(i)) + Math.PI) / Math.Tau * 65535)),
        ];
    }

    private static int* Pointer(int[] pinned) =>
        (int*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}

/// <summary>Who is visited: from when, until when, how long, with how much.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Client(int Ready, int Due, int Service, int Demand);
