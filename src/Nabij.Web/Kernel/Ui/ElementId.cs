namespace Nabij.Kernel.Ui;

/// <summary>Makes an id that HTML, CSS and a link to it can carry: 'Input.Street' becomes 'Input-Street'.</summary>
public static class ElementId
{
    public static string From(string words) =>
        string.Concat(words.Select(sign => char.IsLetterOrDigit(sign) ? sign : '-')).Trim('-');
}
