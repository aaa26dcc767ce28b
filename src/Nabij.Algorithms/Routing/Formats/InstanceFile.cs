namespace Nabij.Algorithms.Routing.Formats;

/// <summary>The formats that are read.</summary>
public enum InstanceFormat
{
    /// <summary>VROOM's JSON.</summary>
    Vroom,

    /// <summary>Home care by Mankowska et al., in JSON.</summary>
    HomeCare,

    /// <summary>Solomon's and Gehring and Homberger's text.</summary>
    Solomon,

    /// <summary>Li and Lim's text.</summary>
    LiLim,
}

/// <summary>Recognises which of the formats a file is in.</summary>
public static class InstanceFile
{
    /// <exception cref="MalformedInputException">The file is in none of them.</exception>
    public static Problem Read(string path, Convention convention)
    {
        var text = File.ReadAllText(path);
        var name = Path.GetFileNameWithoutExtension(path);
        return FormatOf(text) switch
        {
            InstanceFormat.Vroom => VroomReader.Read(text) with { Name = name },
            InstanceFormat.HomeCare => HomeCareReader.Read(text) with { Name = name },
            InstanceFormat.Solomon => SolomonReader.Read(text, convention),
            _ => LiLimReader.Read(name, text, convention),
        };
    }

    /// <summary>By what the text begins with and speaks of.</summary>
    public static InstanceFormat FormatOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().TrimStart().StartsWith("{"))
            return text.Contains("\"patients\"", StringComparison.Ordinal)
                ? InstanceFormat.HomeCare
                : InstanceFormat.Vroom;
        return text.Contains("VEHICLE", StringComparison.OrdinalIgnoreCase)
            ? InstanceFormat.Solomon
            : InstanceFormat.LiLim;
    }
}
