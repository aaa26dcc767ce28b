namespace Nabij.Tests.Support;

/// <summary>The files of the repository, for tests that read the source.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The source files with one of these extensions, without what is built or installed.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] extensions) =>
        extensions
            .SelectMany(extension => Directory.EnumerateFiles(PathTo(folder), $"*{extension}", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Where(file => !file.Contains("wwwroot", StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nabij.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("Nabij.slnx was not found above the tests.");
    }
}
