using Nabij.Modules.People.Contracts;

namespace Nabij.Tests.Modules.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("06-12 34 56 78")]
    [InlineData("+31 (0)6 12345678")]
    [InlineData("0031612345678")]
    [InlineData("06.12.34.56.78 ")]
    [InlineData("+31 0 612345678")]
    public void A_number_is_one_number_whichever_way_it_is_typed(string typed) =>
        Assert.Equal("+31612345678", PhoneNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("Riet")]
    [InlineData("0612345")]
    [InlineData("612345678")]
    [InlineData("06123456789")]
    [InlineData("+31 0000")]
    [InlineData("00 00 00 00 00")]
    [InlineData("Lindelaan 4")]
    public void What_is_no_number_is_not_read_as_one(string typed) => Assert.Null(PhoneNumber.Read(typed));

    [Theory]
    [InlineData("0612345678", "06 12 34 56 78")]
    [InlineData("0228510000", "0228 51 00 00")]
    [InlineData("0301234567", "030 123 45 67")]
    [InlineData("+49 30 1234567", "+49301234567")]
    public void A_number_is_written_as_people_read_it_aloud(string typed, string written) =>
        Assert.Equal(written, PhoneNumber.Written(PhoneNumber.Read(typed)!));

    [Fact]
    public void A_number_with_06_is_a_mobile_one()
    {
        Assert.True(PhoneNumber.IsMobile(PhoneNumber.Read("06 12345678")!));
        Assert.False(PhoneNumber.IsMobile(PhoneNumber.Read("0228 510000")!));
    }
}
