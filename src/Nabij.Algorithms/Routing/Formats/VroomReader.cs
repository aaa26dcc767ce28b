using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>
/// Reads VROOM's JSON input (its API documentation, version 1.14), with matrices in the file. Words of our own, which
/// VROOM
/// passes over: <c>max_lateness</c> of a job, <c>max_on_board</c> of a shipment, <c>committed</c>,
/// <c>familiar_order</c> and
/// <c>cost_of_change</c> of a vehicle, <c>balance</c> of the whole, and <c>together</c>: pairs of jobs, <c>first</c> and
/// <c>second</c>, that two vehicles serve from <c>min_gap</c> to <c>max_gap</c> apart.
/// </summary>
public static class VroomReader
{
    private const string DefaultProfile = "car";

    /// <exception cref="MalformedInputException">The text is not such a file; the message says where.</exception>
    public static Problem Read(string json)
    {
        var root = JsonNode.Parse(json);
        var tasks = new VroomTasks();
        foreach (var job in root.Items("jobs"))
            tasks.AddJob(job);
        foreach (var shipment in root.Items("shipments"))
            tasks.AddShipment(shipment);
        var vehicles = root.Required("vehicles").Items().ToArray();
        if (vehicles.Length == 0)
            throw root.Required("vehicles").Complaint("at least one vehicle is needed");
        var matrices = new VroomMatrices(root);
        var problem = new Problem
        {
            Name = root.Text("name", ""),
            Vehicles = [.. vehicles.Select(v => ReadVehicle(v, matrices, tasks))],
            Profiles = matrices.Profiles,
            Stops = tasks.Stops,
            Errands = tasks.Errands,
            Together = [.. root.Items("together").Select(tasks.Together)],
            Balance = root.Whole("balance", 0, most: 1000),
        };
        matrices.CheckLocations(tasks);
        return problem;
    }

    private static Vehicle ReadVehicle(JsonNode node, VroomMatrices matrices, VroomTasks tasks)
    {
        var costs = node.Child("costs");
        var profile = matrices.Index(
            node,
            node.Text("profile", DefaultProfile),
            node.Number("speed_factor", 1),
            costs?.Whole("per_hour", 3600) ?? 3600,
            costs?.Whole("per_km", 0) ?? 0
        );
        if (node.Child("max_distance") is { } limit && matrices.Profiles[profile].Distances == null)
            throw limit.Complaint("a limit on distance needs distances for the profile");
        return new Vehicle
        {
            Id = node.Required("id").Id(),
            Profile = profile,
            Start = matrices.Location(node, "start", profile),
            End = matrices.Location(node, "end", profile),
            Capacity = Loads(node, "capacity"),
            Skills = node.Wholes("skills"),
            Shift = node.Child("time_window")?.Window() ?? TimeWindow.Always,
            Breaks = [.. node.Items("breaks").Select(ReadBreak)],
            MaxTasks = node.Whole("max_tasks", int.MaxValue),
            MaxTravelTime = node.Whole("max_travel_time", int.MaxValue),
            MaxDistance = node.Whole("max_distance", int.MaxValue),
            FixedCost = costs?.Whole("fixed", 0) ?? 0,
            Committed = [.. node.Items("committed").Select(tasks.StopNamed)],
            FamiliarOrder = [.. node.Items("familiar_order").Select(tasks.StopNamed)],
            CostOfChange = node.Text("order", "free") is "fixed" ? null : node.Whole("cost_of_change", 0),
        };
    }

    private static Break ReadBreak(JsonNode node) =>
        new(node.Required("id").Id(), node.Whole("service", 0), node.Windows("time_windows"))
        {
            MaxLoad = Loads(node, "max_load"),
        };

    internal static ImmutableArray<int> Loads(JsonNode node, string name)
    {
        var loads = node.Wholes(name);
        return loads.Length <= Rich.RoundProblem.Loads
            ? loads
            : throw node.Required(name).Complaint($"{Rich.RoundProblem.Loads} kinds of load at most");
    }
}
