namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>
/// Files of this repository, and the calendars of other projects where they are present on this machine.
/// </summary>
internal static class SharedData
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Own(string name) =>
        Path.Combine(Root, "tests", "Nabij.Algorithms.Tests", "ICalendar", "Feeds", name);

    /// <summary>data/ics, or null where it is not on this machine.</summary>
    public static string? Calendars()
    {
        var data = Environment.GetEnvironmentVariable("NABIJ_DATA") ?? Path.Combine(Root, "..", "shared", "data");
        var folder = Path.Combine(data, "ics");
        return Directory.Exists(folder) ? folder : null;
    }

    private static string FindRoot(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nabij.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? start;
    }
}
