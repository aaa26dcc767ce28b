using System.Collections.Immutable;
using System.Text.Json;
using Nabij.Algorithms.Routing.Checking;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>One route of VROOM's output.</summary>
internal sealed class VroomRoute(Problem problem, int vehicle, RouteTimes times, ImmutableArray<Violation> violations)
{
    private readonly Vehicle _vehicle = problem.Vehicles[vehicle];
    private readonly int[] _errandOf = ErrandOfStop(problem);

    public int Setup => times.Visits.Sum(v => v.Setup);

    public int Service => times.Visits.Sum(v => v.Duration);

    public int Waiting => times.Arrival - Departure - Setup - Service - times.TravelTime;

    /// <summary>Null where the distances are not given.</summary>
    public int? Distance => problem.Profiles[_vehicle.Profile].Distances == null ? null : times.Distance;

    public int Priority => Errands().Sum(e => e.Priority);

    /// <summary>A first stop that would be waited for is left for later instead.</summary>
    private int Departure =>
        times.Visits.IsEmpty || times.Visits[0].Step.IsBreak
            ? _vehicle.Shift.From
            : times.Visits[0].Start - times.Visits[0].Travelled;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("vehicle", _vehicle.Id);
        json.WriteNumber("cost", times.TravelCost);
        json.WriteNumber("setup", Setup);
        json.WriteNumber("service", Service);
        json.WriteNumber("duration", times.TravelTime);
        if (Distance is { } far)
            json.WriteNumber("distance", far);
        json.WriteNumber("waiting_time", Waiting);
        json.WriteNumber("priority", Priority);
        json.WriteStartArray("steps");
        WriteSteps(json);
        json.WriteEndArray();
        VroomWriter.WriteViolations(json, violations);
        json.WriteEndObject();
    }

    public static string TypeOf(StopKind kind) =>
        kind switch
        {
            StopKind.Pickup => "pickup",
            StopKind.Delivery => "delivery",
            _ => "job",
        };

    public static string CauseOf(Rule rule) =>
        rule switch
        {
            Rule.Window or Rule.Shift => "delay",
            Rule.Capacity => "load",
            Rule.Skills or Rule.Vehicle => "skills",
            Rule.PickUpFirst or Rule.Committed or Rule.Order => "precedence",
            Rule.Break => "missing_break",
            Rule.MaxTasks => "max_tasks",
            Rule.MaxTravelTime => "max_travel_time",
            Rule.Together => "together",
            Rule.MaxDistance => "max_distance",
            Rule.LoadAtBreak => "max_load",
            Rule.OnBoard => "max_on_board",
            _ => "unserved",
        };

    private void WriteSteps(Utf8JsonWriter json)
    {
        var load = StartLoad();
        if (_vehicle.Start >= 0)
            WriteStep(json, "start", null, _vehicle.Start, Departure, 0, 0, 0, 0, load);
        foreach (var visit in times.Visits)
        {
            var first = visit == times.Visits[0] && !visit.Step.IsBreak;
            var arrival = first ? visit.Start : visit.Arrival;
            if (visit.Step.IsBreak)
            {
                WriteStep(
                    json,
                    "break",
                    _vehicle.Breaks[visit.Step.Index].Id,
                    null,
                    arrival,
                    0,
                    visit.Duration,
                    visit.Start - arrival,
                    visit.Travelled,
                    load
                );
                continue;
            }
            var stop = problem.Stops[visit.Step.Index];
            Change(load, visit.Step.Index);
            WriteStep(
                json,
                TypeOf(stop.Kind),
                stop.Id,
                stop.Location,
                arrival,
                visit.Setup,
                visit.Duration,
                visit.Start - arrival,
                visit.Travelled,
                load
            );
        }
        if (_vehicle.End >= 0)
            WriteStep(json, "end", null, _vehicle.End, times.Arrival, 0, 0, 0, times.TravelTime, load);
    }

    private static void WriteStep(
        Utf8JsonWriter json,
        string type,
        long? id,
        int? location,
        int arrival,
        int setup,
        int service,
        int waiting,
        int duration,
        int[] load
    )
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (id is { } known)
            json.WriteNumber("id", known);
        if (location is { } place)
            json.WriteNumber("location_index", place);
        json.WriteNumber("arrival", arrival);
        json.WriteNumber("setup", setup);
        json.WriteNumber("service", service);
        json.WriteNumber("waiting_time", waiting);
        json.WriteNumber("duration", duration);
        json.WriteStartArray("load");
        foreach (var amount in load)
            json.WriteNumberValue(amount);
        json.WriteEndArray();
        json.WriteStartArray("violations");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private IEnumerable<Errand> Errands() =>
        times.Visits.Where(v => !v.Step.IsBreak).Select(v => problem.Errands[_errandOf[v.Step.Index]]).Distinct();

    private int[] StartLoad()
    {
        var load = new int[_vehicle.Capacity.Length];
        foreach (var errand in Errands().Where(e => !e.IsPair))
            Add(load, errand.Delivered, 1);
        return load;
    }

    private void Change(int[] load, int stop)
    {
        var errand = problem.Errands[_errandOf[stop]];
        if (!errand.IsPair)
            Add(load, errand.Delivered, -1);
        Add(load, errand.PickedUp, errand.IsPair && stop == errand.Second ? -1 : 1);
    }

    private static void Add(int[] load, ImmutableArray<int> amounts, int sign)
    {
        for (var kind = 0; kind < Math.Min(load.Length, amounts.Length); kind++)
            load[kind] += sign * amounts[kind];
    }

    private static int[] ErrandOfStop(Problem problem)
    {
        var errandOf = new int[problem.Stops.Length];
        for (var e = 0; e < problem.Errands.Length; e++)
        {
            errandOf[problem.Errands[e].First] = e;
            if (problem.Errands[e].IsPair)
                errandOf[problem.Errands[e].Second] = e;
        }
        return errandOf;
    }
}
