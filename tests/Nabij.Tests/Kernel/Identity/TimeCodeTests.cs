using System.Text;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Tests.Kernel.Identity;

public sealed class TimeCodeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 7, 10);
    private static readonly string Key = TimeCode.Written(Encoding.ASCII.GetBytes("12345678901234567890"));

    private readonly SecondFactor factor = new(PersonId.New(), Key, Now);

    /// <summary>RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = TimeCode.StepAt(Instant.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, TimeCode.At("12345678901234567890"u8, step, digits: 8));
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_as_authenticators_read_it(string bytes, string written)
    {
        Assert.Equal(written, TimeCode.Written(Encoding.ASCII.GetBytes(bytes)));
        Assert.Equal(bytes, Encoding.ASCII.GetString(TimeCode.Read(written)));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_telephone_may_be_half_a_minute_off(int steps, bool fits) => Assert.Equal(fits, factor.Fits(CodeAt(Now, steps), Now));

    [Fact]
    public void A_code_fits_once_and_so_does_one_of_before_it()
    {
        Assert.True(factor.Fits(CodeAt(Now), Now));
        Assert.False(factor.Fits(CodeAt(Now), Now));
        Assert.False(factor.Fits(CodeAt(Now, -1), Now));
        Assert.True(factor.Fits(CodeAt(Now, 1), Now));
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_does_not_fit_for_an_hour()
    {
        for (var tries = 0; tries < SecondFactor.Tries; tries++)
            Assert.False(factor.Fits("00000x", Now));

        var later = Now + SecondFactor.Rests - Duration.FromSeconds(1);
        Assert.False(factor.Fits(CodeAt(later), later));
        var rested = Now + SecondFactor.Rests;
        Assert.True(factor.Fits(CodeAt(rested), rested));
    }

    [Fact]
    public void After_the_rest_there_are_five_tries_again()
    {
        for (var tries = 0; tries < SecondFactor.Tries; tries++)
            factor.Wrong(Now);
        var rested = Now + SecondFactor.Rests;
        for (var tries = 0; tries < SecondFactor.Tries - 1; tries++)
            factor.Wrong(rested);

        Assert.False(factor.IsResting(rested));
        factor.Wrong(rested);
        Assert.True(factor.IsResting(rested));
    }

    [Fact]
    public void A_key_that_is_confirmed_is_not_replaced()
    {
        factor.Confirm(Now);
        factor.Propose(TimeCode.NewKey(), Now);

        Assert.Equal(Key, factor.Key);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36", BrowserName.Chrome, DeviceName.Android)]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36", BrowserName.Samsung, DeviceName.Android)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", BrowserName.Safari, DeviceName.IPhone)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", BrowserName.Edge, DeviceName.Windows)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", BrowserName.Firefox, DeviceName.Linux)]
    [InlineData("curl/8.5", BrowserName.Other, DeviceName.Other)]
    [InlineData("", BrowserName.Other, DeviceName.Other)]
    public void A_device_is_told_in_words_that_its_owner_knows(string userAgent, BrowserName browser, DeviceName device) =>
        Assert.Equal((browser, device), Devices.Read(userAgent));

    private static string CodeAt(Instant moment, int steps = 0) => TimeCode.At(TimeCode.Read(Key), TimeCode.StepAt(moment) + steps);
}
