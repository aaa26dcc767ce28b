namespace Nabij.Modules.Calendar.Domain;

/// <summary>What somebody wants to see of the calendar; nothing chosen is everything.</summary>
public sealed record AgendaFilter
{
    public IReadOnlyList<Theme> Themes { get; init; } = [];
    public IReadOnlyList<PartOfDay> Parts { get; init; } = [];
    public Audience? For { get; init; }
    public AccessFacts Access { get; init; }
    public bool Free { get; init; }

    /// <summary>Words, as they were typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>Only on foot from here, within this many minutes.</summary>
    public NearBy? Near { get; init; }
}

public sealed record NearBy(Kernel.GeoPoint From, int Minutes);
