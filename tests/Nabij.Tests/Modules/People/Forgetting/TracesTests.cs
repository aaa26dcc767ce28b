using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Forgetting;
using NodaTime;

namespace Nabij.Tests.Modules.People.Forgetting;

public sealed class TracesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 7, 10);

    [Theory]
    [InlineData("Riet Bakker belde.", "… belde.")]
    [InlineData("Bel 06 12 34 56 78 of riet@example.nl", "Bel … of …")]
    [InlineData("""{"number":"\u002B31612345678"}""", """{"number":"…"}""")]
    [InlineData("Riet Bakkerstraat 4", null)]
    [InlineData("Riet is er niet", null)]
    public void Name_number_and_address_are_blackened_and_nothing_else(string words, string? blackened) =>
        Assert.Equal(blackened, Traces.Of(Riet(), hasNamesake: false).Blacken(words));

    [Fact]
    public void A_name_that_somebody_else_has_too_stays() =>
        Assert.Null(Traces.Of(Riet(), hasNamesake: true).Blacken("Riet Bakker belde."));

    [Fact]
    public void Of_somebody_without_numbers_nothing_is_looked_for() =>
        Assert.Null(Traces.Of(new Person("Riet", "", new(ConsentWay.Spoken, Now, null)), hasNamesake: false).Blacken("Riet Bakker"));

    private static Person Riet()
    {
        var riet = new Person("Riet", "Bakker", new(ConsentWay.Spoken, Now, null));
        Assert.Null(riet.ReachBy(new(Channel.Mail, "riet@example.nl", "+31612345678"), text => text));
        return riet;
    }
}
