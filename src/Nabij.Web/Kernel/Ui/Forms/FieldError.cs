namespace Nabij.Kernel.Ui.Forms;

/// <summary>What is wrong with one field, by the name it is posted under ('Input.Phone').</summary>
public sealed record FieldError(string Name, string Message);

/// <summary>What a form tells its fields: what was refused, and the word before it when read aloud.</summary>
public sealed record FormState(IReadOnlyList<FieldError> Errors, string ErrorWord)
{
    public string? ErrorOf(string name) =>
        Errors.FirstOrDefault(error => string.Equals(error.Name, name, StringComparison.Ordinal))?.Message;
}
