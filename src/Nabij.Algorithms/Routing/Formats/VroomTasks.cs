using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Jobs and shipments of VROOM's format as stops and errands.</summary>
internal sealed class VroomTasks
{
    private const int HighestPriority = 100;
    private readonly ImmutableArray<Stop>.Builder _stops = ImmutableArray.CreateBuilder<Stop>();
    private readonly List<Errand> _errands = [];
    private readonly HashSet<int> _together = [];
    private readonly Dictionary<(StopKind Kind, long Id), int> _byId = [];
    private readonly List<JsonNode> _nodes = [];

    public ImmutableArray<Stop> Stops => _stops.ToImmutable();

    public ImmutableArray<Errand> Errands => [.. _errands];

    /// <summary>Each stop's place in the file.</summary>
    public IReadOnlyList<JsonNode> Nodes => _nodes;

    public void AddJob(JsonNode node) =>
        _errands.Add(
            new Errand
            {
                First = AddStop(node, StopKind.Job),
                Skills = node.Wholes("skills"),
                Priority = node.Whole("priority", 0, most: HighestPriority),
                Delivered = VroomReader.Loads(node, "delivery"),
                PickedUp = VroomReader.Loads(node, "pickup"),
            }
        );

    public void AddShipment(JsonNode node) =>
        _errands.Add(
            new Errand
            {
                First = AddStop(node.Required("pickup"), StopKind.Pickup),
                Second = AddStop(node.Required("delivery"), StopKind.Delivery),
                Skills = node.Wholes("skills"),
                Priority = node.Whole("priority", 0, most: HighestPriority),
                PickedUp = VroomReader.Loads(node, "amount"),
                MaxOnBoard = node.Whole("max_on_board", int.MaxValue),
            }
        );

    /// <summary>The stop that <c>{"type": "job", "id": 7}</c> names.</summary>
    public int StopNamed(JsonNode node)
    {
        var kind = node.Text("type", "job") switch
        {
            "job" => StopKind.Job,
            "pickup" => StopKind.Pickup,
            "delivery" => StopKind.Delivery,
            _ => throw node.Required("type").Complaint("job, pickup or delivery is expected"),
        };
        var id = node.Required("id").Id();
        return _byId.TryGetValue((kind, id), out var stop) ? stop : throw node.Complaint($"there is no {kind} {id}");
    }

    /// <summary>Two jobs for two vehicles at a time.</summary>
    public JointVisit Together(JsonNode node)
    {
        var (first, second) = (JobNamed(node.Required("first")), JobNamed(node.Required("second")));
        if (!_together.Add(first) || !_together.Add(second))
            throw node.Complaint("a job can be together with one other only");
        var least = node.Whole("min_gap", 0);
        return new JointVisit(first, second, least, node.Whole("max_gap", least, least));
    }

    private int JobNamed(JsonNode node)
    {
        var stop = StopNamed(node);
        var errand = _errands.FindIndex(e => e.First == stop && !e.IsPair);
        return errand >= 0 ? errand : throw node.Complaint("only jobs can be together");
    }

    private int AddStop(JsonNode node, StopKind kind)
    {
        var id = node.Required("id").Id();
        if (!_byId.TryAdd((kind, id), _stops.Count))
            throw node.Required("id").Complaint($"there are two of {kind} {id}");
        _nodes.Add(node);
        _stops.Add(
            new Stop
            {
                Id = id,
                Kind = kind,
                Location = node.Required("location_index").Whole(),
                Setup = node.Whole("setup", 0),
                Service = node.Whole("service", 0),
                Windows = node.Windows("time_windows"),
                LatenessAllowed = node.Whole("max_lateness", 0),
            }
        );
        return _stops.Count - 1;
    }
}
