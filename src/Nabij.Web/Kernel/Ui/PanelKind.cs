namespace Nabij.Kernel.Ui;

public enum PanelKind
{
    Plain,
    Tint,

    /// <summary>Without padding: a table that fills the panel.</summary>
    Flush,

    /// <summary>Room between the days of a list.</summary>
    List,
}
