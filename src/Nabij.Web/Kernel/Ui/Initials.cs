namespace Nabij.Kernel.Ui;

/// <summary>The two letters in the circle beside a name: 'TG' for Truus de Graaf.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToList();
        return words switch
        {
            [] => "?",
            [var only] => only[..Math.Min(2, only.Length)],
            [var first, .., var last] => $"{first[0]}{last[0]}",
        };
    }
}
