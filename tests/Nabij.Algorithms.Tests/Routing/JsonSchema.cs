using System.Text.Json;

namespace Nabij.Algorithms.Tests.Routing;

/// <summary>
/// The part of JSON Schema that our own schema is written in; a word it does not know is an error, not a pass.
/// </summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    public static JsonSchema FromFile(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new JsonSchema(document.RootElement.Clone());
    }

    /// <summary>What is wrong, each with its place; nothing when the text keeps the schema.</summary>
    public IReadOnlyList<string> Complaints(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Check(document.RootElement, _root, "$")];
    }

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string place) =>
        schema.TryGetProperty("type", out var type) && !HasType(value, type.GetString()!)
            ? [$"{place}: {type} is expected"]
            : schema.EnumerateObject().SelectMany(rule => Check(value, schema, rule, place));

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonProperty rule, string place) =>
        rule.Name switch
        {
            "$schema" or "title" or "$defs" or "type" => [],
            "$ref" => Check(value, Definition(rule.Value.GetString()!), place),
            "enum" => Unless(rule.Value.EnumerateArray().Any(v => Same(v, value)), $"{place}: {value} is not one"),
            "minimum" => Unless(value.GetInt64() >= rule.Value.GetInt64(), $"{place}: {value} is too little"),
            "minLength" => Unless(value.GetString()!.Length >= rule.Value.GetInt32(), $"{place}: too short"),
            "minItems" => Unless(value.GetArrayLength() >= rule.Value.GetInt32(), $"{place}: too few"),
            "required" => rule
                .Value.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{place}.{name} is missing"),
            "properties" => rule
                .Value.EnumerateObject()
                .SelectMany(p =>
                    value.TryGetProperty(p.Name, out var child) ? Check(child, p.Value, $"{place}.{p.Name}") : []
                ),
            "additionalProperties" => value
                .EnumerateObject()
                .Where(p => !schema.GetProperty("properties").TryGetProperty(p.Name, out _))
                .Select(p => $"{place}.{p.Name} is not known"),
            "items" => value.EnumerateArray().SelectMany((item, i) => Check(item, rule.Value, $"{place}[{i}]")),
            _ => throw new NotSupportedException($"the schema says '{rule.Name}'"),
        };

    private JsonElement Definition(string reference) =>
        reference[2..].Split('/').Aggregate(_root, (at, name) => at.GetProperty(name));

    private static bool HasType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => throw new NotSupportedException($"the schema says type '{type}'"),
        };

    private static bool Same(JsonElement a, JsonElement b) =>
        a.ValueKind == b.ValueKind && string.Equals(a.GetRawText(), b.GetRawText(), StringComparison.Ordinal);

    private static string[] Unless(bool kept, string complaint) => kept ? [] : [complaint];
}
