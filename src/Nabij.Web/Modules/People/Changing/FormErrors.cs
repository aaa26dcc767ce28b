using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui.Forms;

namespace Nabij.Modules.People.Changing;

public static class FormErrors
{
    extension(Texts t)
    {
        /// <summary>What is wrong with which field, in words; the forms of people post their fields as <c>Input.Name</c>.</summary>
        public IReadOnlyList<FieldError> ErrorsOf(IEnumerable<WrongField> wrong) =>
            [.. wrong.Select(w => new FieldError($"Input.{w.Field}", t[w.Why]))];
    }
}
