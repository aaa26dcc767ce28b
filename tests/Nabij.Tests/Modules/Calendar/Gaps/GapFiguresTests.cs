using Nabij.Kernel;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.People.Contracts;

namespace Nabij.Tests.Modules.Calendar.Gaps;

/// <summary>What people miss is shown without pointing at anybody.</summary>
public sealed class GapFiguresTests
{
    private const int Seed = 1611;
    private static readonly int[] FewAndEnough = [4, 5];
    private static readonly bool[] WithNeedOrNot = [true, false];
    private static readonly string[] Buurten = ["BU01", "BU02", "BU03"];

    [Fact]
    public void Four_people_are_few_and_five_are_told() =>
        Assert.Equal(
            [new(0, true), new ShownCount(5, false)],
            FewAndEnough.Select(n => GapFigures.Of([Missed("BU01", n)], "BU01", withNeed: false).In(Theme.Eat, DayParts.WeekdayEvening))
        );

    [Fact]
    public void Nobody_is_told_as_nobody() =>
        Assert.Equal(default, GapFigures.Of([], null, withNeed: false).In(Theme.Move, DayParts.Weekend));

    [Fact]
    public void All_buurten_together_are_the_sum_of_what_is_shown_of_each()
    {
        var together = GapFigures.Of([Missed("BU01", 7), Missed("BU02", 3)], null, withNeed: false);

        Assert.Equal(new(7, true), together.In(Theme.Eat, DayParts.WeekdayEvening));
        Assert.Equal(7, together.Total);
        Assert.True(together.HidesAnything);
    }

    [Theory]
    [InlineData(12, 7, false)]
    [InlineData(12, 3, true)]
    [InlineData(12, 9, true)]
    [InlineData(12, 12, false)]
    [InlineData(4, 4, true)]
    public void Of_who_need_a_lift_the_few_who_do_not_are_hidden_too(int all, int withNeed, bool hidden) =>
        Assert.Equal(hidden, GapFigures.Of([Missed("BU01", all, withNeed)], "BU01", withNeed: true).In(Theme.Eat, DayParts.WeekdayEvening).IsHidden);

    /// <summary>The proof that nothing hidden can be reckoned: any other small number in its place gives the same pages.</summary>
    [Fact]
    public void Another_small_number_in_place_of_a_hidden_one_changes_nothing_on_any_page()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var counts = Random(random);
            var shown = Pages(counts);
            foreach (var few in counts.Where(c => c.All is > 0 and < SmallNumber.Smallest))
            {
                var other = few with { All = few.All % (SmallNumber.Smallest - 1) + 1, WithNeed = 0 };
                Assert.Equal(shown, Pages([.. counts.Except([few]), other]));
            }
        }
    }

    private static List<MissCount> Random(Random random) =>
        [
            .. Buurten
                .SelectMany(_ => Enum.GetValues<Theme>(), (buurt, theme) => (buurt, theme))
                .SelectMany(_ => GapFigures.Parts, (p, part) => (p.buurt, p.theme, part, all: random.Next(12)))
                .Where(c => c.all > 0)
                .Select(c => new MissCount(c.buurt, c.theme, c.part, c.all, random.Next(c.all + 1))),
        ];

    /// <summary>Everything that any page can show of these counts.</summary>
    private static string Pages(List<MissCount> counts) =>
        string.Join('\n', Buurten.Append(null).SelectMany(_ => WithNeedOrNot, (buurt, need) => Page(GapFigures.Of(counts, buurt, need))));

    private static string Page(GapFigures figures) =>
        string.Join(' ', Enum.GetValues<Theme>().SelectMany(_ => GapFigures.Parts, (theme, part) => figures.In(theme, part)).Select(c => $"{c}")) + $" {figures.Total}";

    private static MissCount Missed(string buurt, int all, int withNeed = 0) => new(buurt, Theme.Eat, DayParts.WeekdayEvening, all, withNeed);
}
