using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Ui.Forms;
using Nabij.Modules.People.Own;
using NodaTime;

namespace Nabij.Modules.People.Knowing;

/// <summary>All that is kept about one person, and who looked at it, at one moment.</summary>
public sealed record ToldOfPerson(
    PersonId Person,
    string Name,
    Instant At,
    IReadOnlyList<IGrouping<RetentionLine, KeptRecord>> Kinds,
    IReadOnlyList<SeenEntry> Seen
);

public static class SeenWords
{
    extension(Texts t)
    {
        public IReadOnlyList<SummaryRow> RowsOf(IReadOnlyList<SeenEntry> seen) =>
            [.. seen.Select(e => new SummaryRow(t.Moment(e.At), t.WordsOf(e)))];

        /// <summary>'Jouw gegevens zijn bekeken door Joke Prins'</summary>
        public string WordsOf(SeenEntry entry) => $"{t[entry.What]} {t.By(entry)}";

        private string By(SeenEntry entry) =>
            entry switch
            {
                { IsSelf: true } => t["People.Seen.You"],
                { By: { } name } => t["People.Seen.By", ("name", name)],
                _ => t["People.Seen.Platform"],
            };
    }
}
