namespace Nabij.Kernel.Ui.Parts;

/// <summary>Soon, today, or late: what is late stands first and has the only filled button.</summary>
public enum Urgency
{
    Soon,
    Today,
    Late,
}
