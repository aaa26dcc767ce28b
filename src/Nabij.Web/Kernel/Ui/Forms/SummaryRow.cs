namespace Nabij.Kernel.Ui.Forms;

/// <summary>An answer on the page 'Klopt dit?'. The spoken words tell one 'Wijzig' from another.</summary>
public sealed record SummaryRow(string Key, string Value, LinkItem? Change = null, string? ChangeSpoken = null);
