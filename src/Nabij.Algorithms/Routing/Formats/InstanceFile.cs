namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Recognises which of the formats a file is in.</summary>
public static class InstanceFile
{
    /// <exception cref="MalformedInputException">The file is in none of them.</exception>
    public static Problem Read(string path, Convention convention)
    {
        var text = File.ReadAllText(path);
        var name = Path.GetFileNameWithoutExtension(path);
        if (text.AsSpan().TrimStart().StartsWith("{"))
            return VroomReader.Read(text) with { Name = name };
        return text.Contains("VEHICLE", StringComparison.OrdinalIgnoreCase)
            ? SolomonReader.Read(text, convention)
            : LiLimReader.Read(name, text, convention);
    }
}
