using Nabij.Modules.Places.Domain;

namespace Nabij.Tests.Modules.Places.Domain;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Lindelaan", "lindeln")]
    [InlineData("Lindelaan", "LINDELN.")]
    [InlineData("Kerkstraat", "kerkstr")]
    [InlineData("Stationsplein", "stationspln")]
    [InlineData("Hoofdweg", "hoofdwg")]
    [InlineData("Zuiderkade", "zuiderkd")]
    [InlineData("Burgemeester de Vriesstraat", "burg. de Vriesstr.")]
    [InlineData("Sint Martinusstraat", "st martinusstraat")]
    [InlineData("IJsselkade", "Ysselkade")]
    [InlineData("IJsselkade", "Ĳsselkade")]
    [InlineData("Meidoornstraat", "mijdoornstraat")]
    [InlineData("Café de Zwaanplein", "cafe de zwaanplein")]
    [InlineData("Cornelis Drebbellaan", "kornelis drebellaan")]
    [InlineData("1e Dwarsstraat", "Eerste Dwarsstraat")]
    [InlineData("Thorbeckestraat", "torbekestraat")]
    public void Two_spellings_of_a_street_sound_the_same(string one, string other) =>
        Assert.Equal(Spelling.Key(one), Spelling.Key(other));

    [Theory]
    [InlineData("Lindelaan", "Lindeweg")]
    [InlineData("Lindelaan", "Eikenlaan")]
    [InlineData("1e Dwarsstraat", "2e Dwarsstraat")]
    public void Two_streets_do_not(string one, string other) => Assert.NotEqual(Spelling.Key(one), Spelling.Key(other));

    [Theory]
    [InlineData("lindelan", "lindelan", 0)]
    [InlineData("lidnelan", "lindelan", 1)]
    [InlineData("lindlan", "lindelan", 1)]
    [InlineData("lindelann", "lindelan", 1)]
    [InlineData("lundelan", "lindelan", 1)]
    [InlineData("linde", "lindelan", 0.4)]
    [InlineData("wyk2", "wyk8", 2)]
    [InlineData("eiken", "lindelan", 3.4)]
    public void Swapped_missing_extra_and_wrong_letters_count_as_one_mistake(string typed, string word, double cost) =>
        Assert.Equal(cost, Likeness.Cost(typed, word), 6);
}
