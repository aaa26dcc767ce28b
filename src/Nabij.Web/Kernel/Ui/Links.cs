namespace Nabij.Kernel.Ui;

public sealed record LinkItem(string Text, string Href);

public sealed record NavItem(string Text, string Icon, string Href, bool Current = false);

/// <summary>Makes a number that somebody reads into one that a phone dials.</summary>
public static class PhoneLink
{
    private const string DutchTrunk = "0";

    public static string To(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return number.TrimStart().StartsWith('+') ? $"tel:+{digits}"
            : digits.StartsWith(DutchTrunk, StringComparison.Ordinal) ? $"tel:+31{digits[1..]}"
            : $"tel:{digits}";
    }
}
