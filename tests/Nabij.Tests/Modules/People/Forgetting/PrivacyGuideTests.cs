using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Modules.People.Knowing;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Forgetting;

/// <summary>The guide says what the table in the code says. Set <c>NABIJ_WRITE_DOCS</c> to write it anew.</summary>
public sealed class PrivacyGuideTests
{
    private const string Begin = "<!-- retention -->\n";
    private const string End = "<!-- /retention -->";

    private static readonly Texts English = new TextCatalogue([typeof(Program).Assembly]).In("en");
    private static readonly string Guide = Repository.PathTo("docs", "guides", "privacy.md");

    [Fact]
    public void The_privacy_guide_has_the_table_of_terms()
    {
        var text = File.ReadAllText(Guide);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("NABIJ_WRITE_DOCS") is not null)
        {
            text = text[..from] + Table() + text[to..];
            File.WriteAllText(Guide, text);
            to = text.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(Table(), text[from..to]);
    }

    private static string Table() =>
        string.Concat(
            ["| what | until | why | who sees it |\n|---|---|---|---|\n", .. Retention.All.Select(Row)]
        );

    private static string Row(RetentionLine line) =>
        $"| {English[$"Kept.{line.Name}"]} | {English.UntilOf(line)} | {English[line.Why]} | {English[$"Kept.{line.Name}.Who"]} |\n";
}
