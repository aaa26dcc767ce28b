namespace Nabij.Modules.Reach.Domain;

/// <summary>Telephone numbers as gateways want them: '06 12 34 56 78' is '+31612345678'.</summary>
public static class InternationalNumber
{
    public static string Of(string dutch)
    {
        var digits = string.Concat(dutch.Where(char.IsAsciiDigit));
        return digits switch
        {
            ['0', '0', .. var rest] => $"+{rest}",
            ['0', .. var rest] => $"+31{rest}",
            _ => $"+{digits}",
        };
    }
}
