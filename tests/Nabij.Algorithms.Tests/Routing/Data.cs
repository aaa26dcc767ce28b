namespace Nabij.Algorithms.Tests.Routing;

/// <summary>The benchmark instances that lie beside the repository, where they do.</summary>
internal static class Data
{
    /// <summary>The file, or a skipped test.</summary>
    public static string File(string relative)
    {
        var path = Path.Combine(Folder() ?? "", relative);
        Assert.SkipUnless(
            System.IO.File.Exists(path),
            $"{relative} is not here: the benchmark data lies outside the repository"
        );
        return path;
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at != null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Nabij.slnx")))
            {
                var beside = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data"));
                if (Directory.Exists(beside))
                    return beside;
            }
        }
        return Environment.GetEnvironmentVariable("NABIJ_DATA");
    }
}
