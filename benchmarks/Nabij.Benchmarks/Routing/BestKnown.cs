using System.Globalization;
using Nabij.Algorithms.Routing.Formats;

namespace Nabij.Benchmarks.Routing;

/// <summary>The best known values that lie beside an instance in <c>bks.csv</c>, where they do.</summary>
internal static class BestKnown
{
    public static (int? Vehicles, double Distance)? Find(string file, string name, Convention convention)
    {
        var table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "bks.csv");
        if (!File.Exists(table))
            return null;
        var wanted = convention == Convention.Dimacs ? "dimacs_trunc1" : "sintef_hierarchical";
        return File.ReadLines(table)
            .Select(line => line.Split(','))
            .Where(row => row.Length > 4 && row[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            .Where(row => row[2].StartsWith(wanted, StringComparison.Ordinal) && row[4].Length > 0)
            .Select(row => (row[3].Length > 0 ? (int?)Number(row[3]) : null, Number(row[4])))
            .OrderBy(row => convention == Convention.Dimacs ? 0 : row.Item1)
            .ThenBy(row => row.Item2)
            .Select(row => ((int?, double)?)row)
            .FirstOrDefault();
    }

    /// <summary>The same for home care, from the folder above that of the instances.</summary>
    public static (int? Vehicles, double Distance)? FindHomeCare(string file, string name)
    {
        var table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "..", "bks.csv");
        if (!File.Exists(table))
            return null;
        return File.ReadLines(table)
            .Select(line => line.Split(','))
            .Where(row => row.Length > 6 && row[0] == name)
            .Select(row => ((int?, double)?)(null, Number(row[6])))
            .FirstOrDefault();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
