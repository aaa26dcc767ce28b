using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>How many people miss a theme in a part of the week in a buurt, and how many of them need a kind of access.</summary>
public sealed record MissCount(string Buurt, Theme Theme, DayParts Part, int All, int WithNeed);

/// <summary>What is shown of a count. Hidden is 1 to 4 people: fewer than five could be recognised.</summary>
public readonly record struct ShownCount(int Number, bool IsHidden);

/// <summary>
/// What may be shown of what people miss. A small number is hidden, and cannot be reckoned from what is shown: every total is
/// the sum of shown numbers only, and of those who need something a number is shown only when those who do not are not few
/// either. So another small number in its place would have given the same page.
/// </summary>
public sealed class GapFigures
{
    private readonly Dictionary<(Theme, DayParts), ShownCount> cells;

    private GapFigures(Dictionary<(Theme, DayParts), ShownCount> cells) => this.cells = cells;

    /// <summary>Of one buurt, or of all together (null); of those who need something, or of everybody.</summary>
    public static GapFigures Of(IEnumerable<MissCount> counts, string? buurt, bool withNeed) =>
        new(
            counts
                .Where(c => buurt is null || c.Buurt == buurt)
                .GroupBy(c => (c.Theme, c.Part))
                .ToDictionary(g => g.Key, g => Together(g.Select(c => Shown(c, withNeed))))
        );

    public static IReadOnlyList<DayParts> Parts { get; } =
        [DayParts.WeekdayMorning, DayParts.WeekdayAfternoon, DayParts.WeekdayEvening, DayParts.Weekend];

    public ShownCount In(Theme theme, DayParts part) => cells.GetValueOrDefault((theme, part));

    public int TotalOf(Theme theme) => Parts.Sum(part => In(theme, part).Number);

    public int TotalOf(DayParts part) => Enum.GetValues<Theme>().Sum(theme => In(theme, part).Number);

    public int Total => Parts.Sum(TotalOf);

    public bool HidesAnything => cells.Values.Any(c => c.IsHidden);

    private static ShownCount Shown(MissCount count, bool withNeed)
    {
        if (SmallNumber.IsFew(count.All))
            return new(0, IsHidden: true);
        if (!withNeed)
            return new(count.All, IsHidden: false);
        return SmallNumber.IsFew(count.WithNeed) || SmallNumber.IsFew(count.All - count.WithNeed) ? new(0, IsHidden: true) : new(count.WithNeed, IsHidden: false);
    }

    /// <summary>Several buurten: what is shown of them together; hidden when any is.</summary>
    private static ShownCount Together(IEnumerable<ShownCount> shown) =>
        shown.Aggregate((a, b) => new(a.Number + b.Number, a.IsHidden || b.IsHidden));
}
