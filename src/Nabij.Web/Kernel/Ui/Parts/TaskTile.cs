namespace Nabij.Kernel.Ui.Parts;

public enum TileTone
{
    Ask,
    Help,
    Join,
    Report,
}

public sealed record TaskTile(TileTone Tone, string Icon, string Title, string Description, string Href);
