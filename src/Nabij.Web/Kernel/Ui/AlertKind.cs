namespace Nabij.Kernel.Ui;

public enum AlertKind
{
    Info,
    Good,
    Warning,
    Error,
}
