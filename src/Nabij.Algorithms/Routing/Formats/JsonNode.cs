using System.Collections.Immutable;
using System.Text.Json;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>A value in a JSON file that knows its place, so that every complaint can say where.</summary>
internal readonly record struct JsonNode(JsonElement Value, string Place)
{
    public static JsonNode Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new JsonNode(document.RootElement.Clone(), "");
        }
        catch (JsonException e)
        {
            throw new MalformedInputException(
                $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}",
                "this is not JSON"
            );
        }
    }

    public JsonNode? Child(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Complaint("an object is expected");
        return Value.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null
            ? new JsonNode(child, Place.Length == 0 ? name : $"{Place}.{name}")
            : null;
    }

    public JsonNode Required(string name) => Child(name) ?? throw Complaint($"'{name}' is missing");

    public IEnumerable<JsonNode> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array)
            throw Complaint("a list is expected");
        var place = Place;
        return Value.EnumerateArray().Select((item, index) => new JsonNode(item, $"{place}[{index}]"));
    }

    public IEnumerable<JsonNode> Items(string name) => Child(name)?.Items() ?? [];

    public IEnumerable<(string Name, JsonNode Node)> Members()
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Complaint("an object is expected");
        var place = Place;
        return Value.EnumerateObject().Select(p => (p.Name, new JsonNode(p.Value, $"{place}.{p.Name}")));
    }

    /// <summary>A whole number between these bounds.</summary>
    public int Whole(int least = 0, int most = 1_000_000_000) =>
        Value.ValueKind == JsonValueKind.Number
        && Value.TryGetInt64(out var number)
        && number >= least
        && number <= most
            ? (int)number
            : throw Complaint($"a whole number from {least} to {most} is expected");

    public int Whole(string name, int otherwise, int least = 0, int most = 1_000_000_000) =>
        Child(name)?.Whole(least, most) ?? otherwise;

    public long Id() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Complaint("an id, a whole number from 0 up, is expected");

    public double Number(string name, double otherwise)
    {
        if (Child(name) is not { } child)
            return otherwise;
        return child.Value.ValueKind == JsonValueKind.Number
            ? child.Value.GetDouble()
            : throw child.Complaint("a number is expected");
    }

    public string Text(string name, string otherwise)
    {
        if (Child(name) is not { } child)
            return otherwise;
        return child.AsText();
    }

    public string AsText() =>
        Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Complaint("a text is expected");

    public string RequiredText(string name) => Required(name).AsText();

    /// <summary>A number from 0 up, so many times as large and rounded.</summary>
    public int Scaled(int scale) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && number is >= 0 and <= 100_000
            ? (int)Math.Round(number * scale)
            : throw Complaint("a number from 0 to 100,000 is expected");

    public ImmutableArray<int> Wholes(string name) => [.. Items(name).Select(i => i.Whole())];

    public TimeWindow Window()
    {
        var bounds = Items().ToArray();
        if (bounds.Length != 2)
            throw Complaint("a begin and an end are expected");
        var window = new TimeWindow(bounds[0].Whole(), bounds[1].Whole());
        return window.From <= window.Until ? window : throw Complaint("the end lies before the begin");
    }

    /// <summary>Windows in order of time, none touching the next.</summary>
    public ImmutableArray<TimeWindow> Windows(string name)
    {
        var windows = Items(name).Select(w => w.Window()).ToImmutableArray();
        for (var w = 1; w < windows.Length; w++)
        {
            if (windows[w].From <= windows[w - 1].Until)
                throw Child(name)!.Value.Complaint("the windows are not in order of time");
        }
        return windows;
    }

    public MalformedInputException Complaint(string words) => new(Place.Length == 0 ? "the file" : Place, words);
}
