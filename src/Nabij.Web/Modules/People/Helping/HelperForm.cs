using System.Globalization;
using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Helping;

/// <summary>What a helper ticks: words of enums, as the form posts them.</summary>
public sealed class HelperForm
{
    public IReadOnlyList<string>? Likes { get; set; }
    public IReadOnlyList<string>? When { get; set; }
    public string? AtMost { get; set; }
    public string? Car { get; set; }
    public IReadOnlyList<string>? Languages { get; set; }

    public static readonly IReadOnlyList<DayParts> Parts =
        [DayParts.WeekdayMorning, DayParts.WeekdayAfternoon, DayParts.WeekdayEvening, DayParts.Weekend];

    public static HelperForm Of(Helper helper) =>
        new()
        {
            Likes = [.. helper.Likes.Select(kind => kind.ToString())],
            When = [.. Parts.Where(part => helper.When.HasFlag(part)).Select(part => part.ToString())],
            AtMost = helper.AtMostPerMonth.ToString(CultureInfo.InvariantCulture),
            Car = helper.HasCar ? "true" : null,
            Languages = [.. helper.Languages],
        };

    /// <summary>What was ticked; words that no form of ours offers are left out.</summary>
    public HelpOffer Offer =>
        new(
            [.. Enum.GetValues<HelpKind>().Where(kind => Has(Likes, kind.ToString()))],
            Parts.Where(part => Has(When, part.ToString())).Aggregate(DayParts.None, (all, part) => all | part),
            int.TryParse(AtMost, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 0,
            Car == "true",
            [.. SpokenLanguages.All.Where(language => Has(Languages, language))]
        );

    private static bool Has(IReadOnlyList<string>? ticked, string word) => ticked?.Contains(word, StringComparer.Ordinal) == true;
}
