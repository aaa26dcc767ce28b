using System.Globalization;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui.Forms;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Importing;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>What somebody fills in about what a feed does not say.</summary>
public sealed class MeaningForm
{
    public string Place { get; set => field = value ?? ""; } = "";
    public string Theme { get; set => field = value ?? ""; } = "";
    public string Audience { get; set => field = value ?? ""; } = "";
    public string Cost { get; set => field = value ?? ""; } = "";
    public List<string> Access { get; set => field = value ?? []; } = [];
    public List<WordForm> Words { get; set => field = value ?? []; } = [];

    public static MeaningForm Of(FeedMeaning meaning, IEnumerable<FeedWord> words) =>
        new()
        {
            Place = meaning.Place,
            Theme = meaning.Theme?.ToString() ?? "",
            Audience = meaning.Audience.ToString(),
            Cost = meaning.Cents is { } cents ? (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : "",
            Access = [.. Enum.GetValues<AccessFacts>().Where(a => a is not AccessFacts.None && meaning.Access.HasFlag(a)).Select(a => a.ToString())],
            Words = [.. words.Select(w => new WordForm { Word = w.Word, Theme = w.Theme?.ToString() ?? "", Audience = w.Audience?.ToString() ?? "" })],
        };

    public FeedMeaning ToMeaning() =>
        new(Read<Theme>(Theme), Read<Audience>(Audience) ?? default, FeedPrice.Cents(Cost), Access.Aggregate(AccessFacts.None, (all, a) => all | (Read<AccessFacts>(a) ?? default)), Place.Trim());

    public IReadOnlyList<FeedWord> WordsOf(FeedId feed) =>
        [
            .. Words.Where(w => w.Word.Length > 0).Select(w =>
            {
                var word = new FeedWord(feed, FeedWord.Plain(w.Word));
                word.Means(Read<Theme>(w.Theme), Read<Audience>(w.Audience), AccessFacts.None);
                return word;
            }),
        ];

    public IEnumerable<FieldError> Errors(Texts t)
    {
        if (Place.Trim().Length > Venue.MaxNameLength)
            yield return new("Input.Place", t[new ActivityPlaceTooLong()]);
        if (!string.IsNullOrWhiteSpace(Cost) && FeedPrice.Cents(Cost) is null)
            yield return new("Input.Cost", t[new CostOutOfRange()]);
    }

    private static T? Read<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var read) && Enum.IsDefined(read) ? read : null;

    public sealed class WordForm
    {
        public string Word { get; set => field = value ?? ""; } = "";
        public string Theme { get; set => field = value ?? ""; } = "";
        public string Audience { get; set => field = value ?? ""; } = "";
    }
}
