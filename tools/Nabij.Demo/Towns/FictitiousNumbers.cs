using System.Globalization;
using Nabij.Modules.People.Contracts;

namespace Nabij.Demo.Towns;

/// <summary>
/// Telephone numbers that cannot be anybody's: after a Dutch area code the number never begins with a nought, and 06 is
/// never followed by one. Each is given out once.
/// </summary>
public sealed class FictitiousNumbers(string areaCode)
{
    // each scatters the numbers over their range without ever giving one twice: it shares no factor with ten
    private const long Scatter = 77_731;
    private const int MobileDigits = 7;

    private int landlines = 1;
    private int mobiles = 1;

    public string NextLandline() => Kept($"{areaCode}0{Scattered(landlines++, LocalDigits(areaCode))}");

    public string NextMobile() => Kept($"060{Scattered(mobiles++, MobileDigits)}");

    /// <summary>The number of the desk: '0228 05 10 00'.</summary>
    public static string OfOffice(string areaCode) =>
        PhoneNumber.Written(Kept($"{areaCode}0{51_000.ToString(new string('0', LocalDigits(areaCode)), CultureInfo.InvariantCulture)}"));

    private static int LocalDigits(string areaCode) => 9 - areaCode.Length;

    private static string Scattered(int count, int digits)
    {
        var range = (long)Math.Pow(10, digits);
        return (count * Scatter % range).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    private static string Kept(string typed) => PhoneNumber.Read(typed)!; // ten digits that begin with a nought
}
