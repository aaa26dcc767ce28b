using CsvHelper;

namespace Nabij.Modules.People.Importing;

/// <summary>A list as rows of fields; the first row names the columns.</summary>
public sealed record Sheet(IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows)
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>What parts the fields: of the usual signs the one that stands most often in the first lines, outside quotes.</summary>
    public static char SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return text[4]; // a spreadsheet says so itself
        var lines = text.Split('\n', 11).Take(10).Select(WithoutQuoted).ToList();
        return Separators.MaxBy(s => lines.Sum(line => line.Count(c => c == s)));
    }

    public static Sheet Read(string text)
    {
        var separator = SeparatorOf(text);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var options = new CsvReaderOptions
        {
            AllowLineBreaksInQuotes = false, // one bad quote must not swallow the rest of the file
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        };
        using var csv = CsvReader.Create(new StringReader(text), options);
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            var row = new SheetRow((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(at => Plain(csv.GetString(at)))]);
            if (row.Fields.Any(f => f.Length > 0))
                rows.Add(row);
        }
        return rows is [var headers, .. var rest] ? new(headers.Fields, rest) : new([], []);
    }

    /// <summary>A spreadsheet writes a number that must stay text as ="0612345678".</summary>
    private static string Plain(string field) =>
        field.StartsWith("=\"", StringComparison.Ordinal) && field.EndsWith('"') && field.Length > 2 ? field[2..^1] : field;

    private static string WithoutQuoted(string line) => string.Concat(line.Split('"').Where((_, part) => part % 2 == 0));
}

public sealed record SheetRow(int Line, IReadOnlyList<string> Fields);
