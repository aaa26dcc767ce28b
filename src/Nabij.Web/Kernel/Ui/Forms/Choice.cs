namespace Nabij.Kernel.Ui.Forms;

/// <summary>One of the answer cards; its value is what is posted.</summary>
public sealed record Choice(string Value, string Title, string? Description = null, string? Icon = null);

public sealed record SelectOption(string Value, string Text);
