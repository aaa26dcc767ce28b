using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SigningIn;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts;

public sealed class SignInCodeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 7, 10);
    private static readonly string Right = new('r', 43);
    private static readonly string Wrong = new('w', 43);

    private readonly SignInCode code = new("riet@lindelaan.example", "contact", "remote", Now);

    public SignInCodeTests() => code.Issue(Right);

    [Fact]
    public void The_right_code_fits_within_ten_minutes()
    {
        Assert.True(code.Fits(Right, Now + Duration.FromMinutes(10) - Duration.FromSeconds(1)));
        Assert.False(code.Fits(Right, Now + Duration.FromMinutes(10)));
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_no_longer_fits()
    {
        for (var at = 1; at <= 4; at++)
            Assert.False(code.Fits(Wrong, Now));
        Assert.True(code.Fits(Right, Now));
        Assert.False(code.Fits(Wrong, Now));

        Assert.False(code.Fits(Right, Now));
    }

    [Fact]
    public void A_code_is_used_once()
    {
        code.End(Now);

        Assert.False(code.Fits(Right, Now));
    }

    [Fact]
    public void Nothing_fits_a_code_that_was_never_issued_and_it_costs_tries_all_the_same()
    {
        var nobodys = new SignInCode("wie@nergens.example", "contact", "remote", Now);

        Assert.False(nobodys.Fits(new string('-', 43)[..42] + "x", Now));
        Assert.False(nobodys.Fits(Right, Now));
        Assert.Equal(SignInCode.Tries - 2, nobodys.TriesLeft);
    }

    [Theory]
    [InlineData(4, 39, false)]
    [InlineData(5, 5, true)]
    [InlineData(0, 40, true)]
    public void Codes_are_limited_for_an_address_and_from_a_place(int forContact, int fromPlace, bool refused) =>
        Assert.Equal(refused, SignInCode.RefusalOfAnother(forContact, fromPlace) is TooManyCodes);

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("1234567890", "1234567")]
    [InlineData("abc", "")]
    public void Only_the_digits_of_what_was_typed_count(string typed, string digits) =>
        Assert.Equal(digits, CodeHash.Digits(typed));

    [Theory]
    [InlineData("/stede-broec/bureau?dag=2", true)]
    [InlineData("/", true)]
    [InlineData("//kwaad.example", false)]
    [InlineData("/\\kwaad.example", false)]
    [InlineData("/a\\b", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("https://kwaad.example", false)]
    [InlineData("bureau", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void After_signing_in_one_goes_to_a_page_of_ours_only(string? path, bool ours) =>
        Assert.Equal(ours ? path : null, ReturnPath.Read(path));
}
