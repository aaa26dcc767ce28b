namespace Nabij.Kernel.Ui;

public enum TagKind
{
    Neutral,
    Good,
    Warm,
    Urgent,
    Mine,
}
