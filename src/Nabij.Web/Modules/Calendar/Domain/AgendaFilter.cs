namespace Nabij.Modules.Calendar.Domain;

/// <summary>What somebody wants to see of the calendar; nothing chosen is everything.</summary>
public sealed record AgendaFilter
{
    public IReadOnlyList<Theme> Themes { get; init; } = [];
    public IReadOnlyList<PartOfDay> Parts { get; init; } = [];
    public Audience? For { get; init; }
    public AccessFacts Access { get; init; }
    public bool Free { get; init; }

    /// <summary>Only what paper may point to: somebody confirmed it, and it goes on.</summary>
    public bool OnPaper { get; init; }

    /// <summary>Code of the buurt in which it is; empty is anywhere.</summary>
    public string Buurt { get; init; } = "";

    /// <summary>Words, as they were typed.</summary>
    public string Search { get; init; } = "";

    /// <summary>Only on foot from here, within this many minutes.</summary>
    public NearBy? Near { get; init; }
}

public sealed record NearBy(Kernel.GeoPoint From, int Minutes);
