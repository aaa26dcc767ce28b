using Nabij.Kernel.Ui;

namespace Nabij.Tests.Kernel.Ui;

public sealed class LinksTests
{
    [Theory]
    [InlineData("06 12 34 56 78", "tel:+31612345678")]
    [InlineData("030-123 45 67", "tel:+31301234567")]
    [InlineData("+32 470 12 34 56", "tel:+32470123456")]
    [InlineData("112", "tel:112")]
    [InlineData("0800 1351", "tel:+318001351")]
    public void A_number_as_people_write_it_can_be_dialled(string written, string dialled) =>
        Assert.Equal(dialled, PhoneLink.To(written));

    [Theory]
    [InlineData("Input.Street", "Input-Street")]
    [InlineData("Wat wil je doen?", "Wat-wil-je-doen")]
    [InlineData("Input.Days[0]", "Input-Days-0")]
    public void A_name_becomes_an_id_that_a_link_can_reach(string name, string id) =>
        Assert.Equal(id, ElementId.From(name));
}
