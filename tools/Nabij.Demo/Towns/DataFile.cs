namespace Nabij.Demo.Towns;

/// <summary>The files of <c>Data/</c>, which are part of the program.</summary>
public static class DataFile
{
    public static Stream Open(string name) =>
        typeof(DataFile).Assembly.GetManifestResourceStream($"{name}.data")
        ?? throw new InvalidOperationException($"The program was built without Data/{name}.");

    /// <summary>The lines of a table that are about this place, under the table's heading. The place is the first column.</summary>
    public static string LinesOf(string name, string place)
    {
        using var reader = new StreamReader(Open(name));
        var heading = reader.ReadLine();
        var lines = reader.ReadToEnd().Split('\n').Where(line => line.StartsWith($"{place},", StringComparison.Ordinal));
        return string.Join('\n', lines.Prepend(heading));
    }
}
