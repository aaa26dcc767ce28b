using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>
/// Reads the home care instances of Mankowska, Meisel and Bierwirth (2014) in the JSON of Ceschia, Di Gaspero and
/// Schaerf: carers with abilities from one office, patients with a window that may be passed at a price, some of whom
/// need two carers at once or one a while after the other. Units are thousandths. A unit of lateness costs as much as a
/// unit of travel; the literature adds the greatest lateness of all, which <see cref="Problem"/> does not know.
/// </summary>
public static class HomeCareReader
{
    private const int Scale = 1000;
    private const int AsLateAsNeedBe = 100_000_000;

    /// <exception cref="MalformedInputException">The text is not such a file; the message says where.</exception>
    public static Problem Read(string json)
    {
        var root = JsonNode.Parse(json);
        var abilities = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var service in root.Required("services").Items())
            abilities.TryAdd(service.RequiredText("id"), abilities.Count);
        var patients = root.Required("patients").Items().ToArray();
        var (stops, errands) = (new List<Stop>(), new List<Errand>());
        var together = ImmutableArray.CreateBuilder<JointVisit>();
        for (var p = 0; p < patients.Length; p++)
        {
            var needs = patients[p].Required("required_caregivers").Items().ToArray();
            if (needs.Length is < 1 or > 2)
                throw patients[p].Complaint("one or two carers are expected");
            foreach (var need in needs)
            {
                errands.Add(
                    new Errand
                    {
                        First = stops.Count,
                        Skills = [AbilityOf(need.Required("service"), abilities)],
                    }
                );
                stops.Add(StopAt(p + 1, patients[p], need));
            }
            if (needs.Length == 2)
                together.Add(Joint(errands.Count - 2, patients[p].Required("synchronization")));
        }
        return new Problem
        {
            Profiles = [Matrix(root.Required("distances"), patients.Length + 1)],
            Vehicles = [.. root.Required("caregivers").Items().Select((c, v) => Carer(v, c, abilities))],
            Stops = [.. stops],
            Errands = [.. errands],
            Together = together.ToImmutable(),
            LatenessCost = 1,
        };
    }

    private static Vehicle Carer(int index, JsonNode node, Dictionary<string, int> abilities) =>
        new()
        {
            Id = index + 1,
            Start = 0,
            End = 0,
            Skills = [.. node.Required("abilities").Items().Select(a => AbilityOf(a, abilities))],
        };

    private static Stop StopAt(int location, JsonNode patient, JsonNode need)
    {
        var window = patient.Required("time_window").Items().Select(t => t.Scaled(Scale)).ToArray();
        if (window.Length != 2 || window[0] > window[1])
            throw patient.Required("time_window").Complaint("a begin and a later end are expected");
        return new Stop
        {
            Id = location,
            Location = location,
            Service = need.Required("duration").Scaled(Scale),
            Windows = [new TimeWindow(window[0], window[1])],
            LatenessAllowed = AsLateAsNeedBe,
        };
    }

    private static JointVisit Joint(int first, JsonNode node)
    {
        if (node.RequiredText("type") == "simultaneous")
            return new JointVisit(first, first + 1);
        var gap = node.Required("distance").Items().Select(t => t.Scaled(Scale)).ToArray();
        return gap.Length == 2 && gap[0] <= gap[1]
            ? new JointVisit(first, first + 1, gap[0], gap[1])
            : throw node.Required("distance").Complaint("a least and a greatest gap are expected");
    }

    private static TravelMatrix Matrix(JsonNode node, int size)
    {
        var values = node.Items().SelectMany(row => row.Items().Select(d => d.Scaled(Scale))).ToArray();
        return values.Length == size * size
            ? new TravelMatrix("road", size, values, values)
            : throw node.Complaint($"{size} rows of {size} are expected");
    }

    private static int AbilityOf(JsonNode node, Dictionary<string, int> abilities) =>
        abilities.TryGetValue(node.AsText(), out var ability) ? ability : throw node.Complaint("no such service");
}
