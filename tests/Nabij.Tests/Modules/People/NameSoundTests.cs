using Nabij.Modules.People.Domain;

namespace Nabij.Tests.Modules.People;

public sealed class NameSoundTests
{
    [Theory]
    [InlineData("Meijer", "Meyer")]
    [InlineData("Meijer", "Meier")]
    [InlineData("Janssen", "Jansen")]
    [InlineData("Cees", "Kees")]
    [InlineData("Backer", "Bakker")]
    [InlineData("Çelik", "Celik")]
    [InlineData("Łukasz", "Lucasz")]
    [InlineData("de Vries", "Fries")]
    [InlineData("van den Berg", "Berg")]
    [InlineData("THIJS", "Tijs")]
    public void Names_that_sound_the_same_are_the_same(string one, string other) =>
        Assert.Equal(NameSound.WordsOf(one), NameSound.WordsOf(other));

    [Theory]
    [InlineData("Bakker", "Bakken")]
    [InlineData("Anna", "Hanna")]
    public void Names_that_sound_different_are_different(string one, string other) =>
        Assert.NotEqual(NameSound.WordsOf(one), NameSound.WordsOf(other));

    [Theory]
    [InlineData("Dijkstra", "dij")]
    [InlineData("Janssen", "jans")]
    [InlineData("Schouten", "sch")]
    public void Half_a_word_sounds_like_half_the_word(string name, string half) =>
        Assert.StartsWith(Assert.Single(NameSound.WordsOf(half)), Assert.Single(NameSound.WordsOf(name)), StringComparison.Ordinal);

    [Fact]
    public void Somebody_called_only_Van_is_found_by_it() => Assert.Equal(["fan"], NameSound.WordsOf("van"));

    [Fact]
    public void The_phone_book_has_Van_den_Berg_under_the_B() =>
        Assert.Equal("berg annie", NameSound.SortKey("van den Berg", "Annie"));

    [Fact]
    public void No_word_holds_the_last_letter_for_the_search_by_range_relies_on_it() =>
        Assert.DoesNotContain(NameSound.WordsOf("Zizi Zwanenburg-Pizzolato"), word => word.Contains('z', StringComparison.Ordinal));
}
