using System.Collections.Immutable;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>The matrices of VROOM's format; every speed and price of a vehicle makes one of its own.</summary>
internal sealed class VroomMatrices
{
    private readonly Dictionary<string, (int Size, int[] Durations, int[]? Distances, int[]? Costs)> _given = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<(string Profile, double Speed, int PerHour, int PerKm), int> _index = [];
    private readonly List<TravelMatrix> _profiles = [];

    public VroomMatrices(JsonNode root)
    {
        foreach (var (name, node) in root.Child("matrices")?.Members() ?? [])
        {
            var durations = Square(node.Required("durations"), out var size);
            _given[name] = (size, durations, Optional(node, "distances", size), Optional(node, "costs", size));
        }
    }

    public ImmutableArray<TravelMatrix> Profiles => [.. _profiles];

    public int Index(JsonNode vehicle, string profile, double speed, int perHour, int perKm)
    {
        if (!_given.TryGetValue(profile, out var given))
            throw vehicle.Complaint($"there is no matrix for the profile '{profile}'");
        if (speed is not (> 0 and <= 5))
            throw vehicle.Required("speed_factor").Complaint("a number above 0, at most 5, is expected");
        if (perKm > 0 && given.Distances == null)
            throw vehicle.Complaint($"a price per km needs distances for the profile '{profile}'");
        if (_index.TryGetValue((profile, speed, perHour, perKm), out var index))
            return index;
        int[] durations = [.. given.Durations.Select(d => (int)Math.Round(d / speed))];
        var costs = given.Costs ?? Priced(durations, given.Distances, perHour, perKm);
        _profiles.Add(new TravelMatrix(profile, given.Size, durations, costs, given.Distances));
        return _index[(profile, speed, perHour, perKm)] = _profiles.Count - 1;
    }

    public int Location(JsonNode vehicle, string end, int profile)
    {
        var index = vehicle.Child($"{end}_index");
        if (index == null && vehicle.Child(end) is { } coordinates)
            throw coordinates.Complaint($"coordinates alone give no travel times; add {end}_index");
        return index?.Whole(0, _profiles[profile].Size - 1) ?? -1;
    }

    public void CheckLocations(VroomTasks tasks)
    {
        var size = _profiles.Min(p => p.Size);
        foreach (var node in tasks.Nodes)
            node.Required("location_index").Whole(0, size - 1);
    }

    private static int[] Priced(int[] durations, int[]? distances, int perHour, int perKm)
    {
        if (perHour == 3600 && perKm == 0)
            return durations;
        return
        [
            .. durations.Select(
                (d, i) => (int)Math.Round(((double)d * perHour / 3600) + ((distances?[i] ?? 0.0) * perKm / 1000))
            ),
        ];
    }

    private static int[]? Optional(JsonNode node, string name, int size)
    {
        if (node.Child(name) is not { } child)
            return null;
        var values = Square(child, out var found);
        return found == size ? values : throw child.Complaint($"{size} rows are expected, {found} found");
    }

    private static int[] Square(JsonNode node, out int size)
    {
        var rows = node.Items().ToArray();
        size = rows.Length;
        if (size == 0)
            throw node.Complaint("a matrix without rows");
        var values = new int[size * size];
        for (var row = 0; row < size; row++)
        {
            var column = 0;
            foreach (var value in rows[row].Items())
            {
                if (column == size)
                    throw rows[row].Complaint($"more than {size} columns");
                values[(row * size) + column++] = value.Whole(most: 100_000_000);
            }
            if (column < size)
                throw rows[row].Complaint($"{size} columns are expected, {column} found");
        }
        return values;
    }
}
