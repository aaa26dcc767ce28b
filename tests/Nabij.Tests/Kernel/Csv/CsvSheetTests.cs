using System.Text;
using System.Text.RegularExpressions;
using Nabij.Kernel.Csv;
using Nabij.Tests.Support;

namespace Nabij.Tests.Kernel.Csv;

/// <summary>What leaves as CSV is text to every spreadsheet, never a formula.</summary>
public sealed partial class CsvSheetTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31612345678", "'+31612345678")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"")]
    [InlineData("Riet Bakker", "Riet Bakker")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("", "")]
    public void A_field_that_would_be_run_becomes_text(string value, string field) => Assert.Equal(field, CsvSheet.Field(value));

    [Fact]
    public void A_Dutch_spreadsheet_opens_it() =>
        Assert.Equal("\uFEFFNaam;Straat\r\nRené;Dorpsstraat\r\n", Encoding.UTF8.GetString(CsvSheet.Write([["Naam", "Straat"], ["René", "Dorpsstraat"]])));

    [Fact]
    public void Every_CSV_that_leaves_is_written_by_this_writer() =>
        Assert.Empty(
            Repository.Sources("src/Nabij.Web", ".cs", ".razor")
                .Where(file => !file.EndsWith("CsvSheet.cs", StringComparison.Ordinal) && WritesCsv(File.ReadAllText(file)))
        );

    [Theory]
    [InlineData("""return Results.Text(lines, "text/csv");""", true)]
    [InlineData("""using var csv = CsvWriter.Create(text);""", true)]
    [InlineData("""<input type="file" accept=".csv,text/csv" />""", false)]
    public void A_second_writer_is_found(string source, bool found) => Assert.Equal(found, WritesCsv(source));

    private static bool WritesCsv(string source) => Csv().IsMatch(Accepted().Replace(source, ""));

    [GeneratedRegex("text/csv|CsvWriter", RegexOptions.None, 1000)]
    private static partial Regex Csv();

    [GeneratedRegex("accept=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Accepted();
}
