using System.Text;

namespace Nabij.Kernel.Csv;

/// <summary>
/// Writes every CSV that leaves the platform, as a Dutch spreadsheet opens it: semicolons, UTF-8 with its mark. A field that a
/// spreadsheet would run as a formula gets an apostrophe before it, so that it is text.
/// </summary>
public static class CsvSheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    private const string StartsFormula = "=+-@\t\r\n＝＋－＠|%";

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(';', row.Select(Field)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The field as it stands in the file.</summary>
    public static string Field(string value)
    {
        var harmless = IsFormula(value) ? $"'{value}" : value;
        return harmless.IndexOfAny([';', '"', '\r', '\n', ',', '\t']) >= 0
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }

    private static bool IsFormula(string value) =>
        value.Length > 0 && (StartsFormula.Contains(value[0]) || value.TrimStart() is [var first, ..] && StartsFormula.Contains(first));
}
