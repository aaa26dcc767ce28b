namespace Nabij.Kernel.Ui.Parts;

/// <summary>
/// A buurt on the map: its borders as rings of degrees, and how much is open there. Counts only, never persons; the
/// page leaves out what is too small to show.
/// </summary>
public sealed record MapArea(
    string Name,
    IReadOnlyList<IReadOnlyList<GeoPoint>> Rings,
    GeoPoint Centre,
    int Requests,
    int Signals,
    bool Mine = false
)
{
    public bool HasCount => Requests > 0 || Signals > 0;
}
