using System.Text;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Importing;

namespace Nabij.Tests.Modules.People.Importing;

/// <summary>Lists as spreadsheets save them.</summary>
public sealed class SheetTests
{
    private const string List = "naam;plaats\nRené Coppens;Enkhuizen\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16BE", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void René_is_René_in_whatever_alphabet_he_was_saved(string encoding) =>
        Assert.Equal("René Coppens", Sheet.Read(SheetText.Read(Saved(encoding))!).Rows[0].Fields[0]);

    [Theory]
    [InlineData("naam;mail\nRiet;a,b", ';')]
    [InlineData("naam,mail\n\"Bakker; Riet\",x", ',')]
    [InlineData("naam\tmail\nRiet\tx", '\t')]
    [InlineData("sep=|\nnaam|mail\nRiet|x", '|')]
    public void What_parts_the_fields_is_seen(string text, char separator) => Assert.Equal(separator, Sheet.SeparatorOf(text));

    [Fact]
    public void Empty_rows_are_left_out_and_the_others_keep_their_line()
    {
        var sheet = Sheet.Read("naam;mail\n;\nRiet;riet@example.nl\n\n\"Kees\";\"k\"\n");

        Assert.Equal(["naam", "mail"], sheet.Headers);
        Assert.Equal([3, 5], sheet.Rows.Select(r => r.Line));
    }

    [Fact]
    public void One_bad_quote_does_not_swallow_the_rest() =>
        Assert.Contains(Sheet.Read("naam;mail\n\"Riet;x\nKees;k\nNel;n\n").Rows, r => r.Fields[0] == "Nel");

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0 })]
    [InlineData(new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F' })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })]
    [InlineData(new byte[] { 65, 0, 0, 0, 66, 67, 68 })]
    public void What_is_no_text_is_not_read(byte[] file) => Assert.Null(SheetText.Read(file));

    [Fact]
    public void Columns_are_known_by_their_name_or_by_what_stands_in_them()
    {
        var sheet = Sheet.Read("Voornaam;Achter-naam;E-mail adres;kolom;iets\nRiet;Bakker;riet@example.nl;06-12345678;ja\n");

        Assert.Equal(
            [ImportColumn.GivenName, ImportColumn.FamilyName, ImportColumn.Mail, ImportColumn.Phone, ImportColumn.None],
            ColumnGuess.Of(sheet)
        );
    }

    [Theory]
    [InlineData("1941", "1941")]
    [InlineData("3-5-1941", "1941")]
    [InlineData("03/05/41", "1941")]
    [InlineData("1941-05-03", "1941")]
    [InlineData("3 mei 1941", "1941")]
    [InlineData("15099", "1941")]
    [InlineData("onbekend", "onbekend")]
    public void A_year_is_read_from_any_date(string typed, string year) =>
        Assert.Equal(year, RowReading.FormOf(Fields(("BirthYear", typed))).BirthYear);

    [Theory]
    [InlineData("Riet Bakker", "Riet", "Bakker")]
    [InlineData("Bakker, Riet", "Riet", "Bakker")]
    [InlineData("Riet van den Berg", "Riet", "van den Berg")]
    public void A_whole_name_has_two_parts(string full, string given, string family)
    {
        var form = RowReading.FormOf(Fields(("FullName", full)));

        Assert.Equal((given, family), (form.GivenName, form.FamilyName));
    }

    [Fact]
    public void A_number_that_a_spreadsheet_kept_as_text_is_a_number() =>
        Assert.Equal("0612345678", Sheet.Read("naam;tel\nRiet;\"=\"\"0612345678\"\"\"\n").Rows[0].Fields[1]);

    private static Dictionary<string, string> Fields(params (string Key, string Value)[] fields) =>
        fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    private static byte[] Saved(string encoding) =>
        encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(List),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(List)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(List)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(List),
            "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(List)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(List),
        };
}
