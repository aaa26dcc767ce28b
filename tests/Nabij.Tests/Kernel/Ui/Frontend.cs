namespace Nabij.Tests.Kernel.Ui;

/// <summary>The sources of the screens as they lie in the repository.</summary>
internal static class Frontend
{
    private static readonly string Web = Path.Combine(Root(), "src", "Nabij.Web");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Web, "Frontend", name));

    public static IEnumerable<string> StyleSheets() =>
        Directory.EnumerateFiles(Path.Combine(Web, "Frontend", "css"), "*.css").Select(File.ReadAllText);

    public static IEnumerable<string> Components() =>
        Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nabij.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("These tests run inside the repository.");
    }
}
