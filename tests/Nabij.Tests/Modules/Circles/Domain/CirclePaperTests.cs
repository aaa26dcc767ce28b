using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Domain;

public sealed class CirclePaperTests
{
    private static readonly LocalDate Monday = new(2026, 6, 1);
    private static readonly LocalDate Tuesday = new(2026, 6, 2);
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 2, 10, 0);

    [Fact]
    public void What_nobody_has_yet_is_made_anew_under_the_same_number()
    {
        var list = List("Truus, Kees");

        var again = list.ToPrint("Truus, Wim", Tuesday);

        Assert.Same(list, again);
        Assert.Equal((1, Tuesday), (again.Version, again.MadeOn));
        Assert.False(list.BecomesVoid(Noon));
    }

    [Fact]
    public void What_was_handed_out_gets_a_next_version_once_it_is_no_longer_right()
    {
        var list = List("Truus, Kees");
        list.HandOut(Monday);
        Assert.False(list.IsToBePrinted);

        Assert.True(list.BecomesVoid(Noon));
        Assert.False(list.BecomesVoid(Noon));
        Assert.True(list.IsToBePrinted);

        Assert.Equal(2, list.ToPrint("Truus", Tuesday).Version);
    }

    [Fact]
    public void Who_left_and_came_back_makes_the_old_list_right_again()
    {
        var list = List("Truus, Kees");
        list.HandOut(Monday);
        list.BecomesVoid(Noon);

        Assert.Same(list, list.ToPrint("Truus, Kees", Tuesday));
        Assert.False(list.IsToBePrinted);
    }

    private static CirclePaper List(string content) => new(CircleId.New(), PaperKind.PhoneList, 1, content, Monday);
}
