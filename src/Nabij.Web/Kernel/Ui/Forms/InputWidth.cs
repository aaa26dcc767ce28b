namespace Nabij.Kernel.Ui.Forms;

/// <summary>A field as wide as what belongs in it says how much to write.</summary>
public enum InputWidth
{
    Full,

    /// <summary>A phone number, a date.</summary>
    Medium,

    /// <summary>A house number, six digits of a code.</summary>
    Narrow,
}
