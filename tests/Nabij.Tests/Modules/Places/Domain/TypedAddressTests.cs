using Nabij.Modules.Places.Domain;

namespace Nabij.Tests.Modules.Places.Domain;

public sealed class TypedAddressTests
{
    [Theory]
    [InlineData("Lindelaan 4", "lindelaan", 4, "", "", null)]
    [InlineData("lindelaan4a", "lindelaan", 4, "a", "", null)]
    [InlineData("lindelaan 4 a Bovenkarspel", "lindelaan", 4, "a", "bovenkarspel", null)]
    [InlineData("lindelaan 4-2", "lindelaan", 4, "2", "", null)]
    [InlineData("lindelaan 4 bis", "lindelaan", 4, "bis", "", null)]
    [InlineData("4 lindelaan", "lindelaan", 4, "", "", null)]
    [InlineData("1611AB 4", "", 4, "", "", "1611 AB")]
    [InlineData("1611 ab 4a", "", 4, "a", "", "1611 AB")]
    [InlineData("1611ab4", "", 4, "", "", "1611 AB")]
    [InlineData("Lindelaan 4, 1611 AB Bovenkarspel", "lindelaan", 4, "", "bovenkarspel", "1611 AB")]
    [InlineData("2e dwarsstraat 12", "2e dwarsstraat", 12, "", "", null)]
    [InlineData("lindelaan", "lindelaan", null, "", "", null)]
    public void What_was_typed_is_taken_apart(string typed, string words, int? number, string addition, string town, string? postalCode)
    {
        var reading = TypedAddress.Readings(typed)[0];

        Assert.Equal(words, string.Join(' ', reading.Words));
        Assert.Equal((number, addition, postalCode), (reading.Number, reading.Addition, reading.PostalCode));
        Assert.Equal(town, string.Join(' ', reading.TownWords));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    public void Nothing_typed_cannot_be_read(string typed) => Assert.Empty(TypedAddress.Readings(typed));

    [Fact]
    public void A_number_may_belong_to_the_street() =>
        Assert.Contains(TypedAddress.Readings("plein 1940 12"), r => r is { Number: 12, Words: ["plein", "1940"] });

    [Fact]
    public void A_page_full_of_text_is_read_no_further_than_an_address_can_be_long() =>
        Assert.All(TypedAddress.Readings(new string('a', 100_000) + " 4"), r => Assert.Null(r.Number));
}
