using Nabij.Kernel.Ui;

namespace Nabij.Tests.Kernel.Ui;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Truus de Graaf", "TG")]
    [InlineData("Riet B.", "RB")]
    [InlineData("Anne-Marie van der Meer", "AM")]
    [InlineData("Nel", "Ne")]
    [InlineData("", "?")]
    public void Beside_a_name_stand_the_first_letters_of_its_first_and_last_word(string name, string letters) =>
        Assert.Equal(letters, Initials.Of(name));
}
