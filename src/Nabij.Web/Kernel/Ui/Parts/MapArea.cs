using System.Runtime.InteropServices;

namespace Nabij.Kernel.Ui.Parts;

[StructLayout(LayoutKind.Auto)]
public readonly record struct LonLat(double Lon, double Lat);

/// <summary>
/// A buurt on the map: its borders as rings of degrees, and how much is open there. Counts only, never persons; the
/// page leaves out what is too small to show.
/// </summary>
public sealed record MapArea(
    string Name,
    IReadOnlyList<IReadOnlyList<LonLat>> Rings,
    LonLat Centre,
    int Requests,
    int Signals,
    bool Mine = false
)
{
    public bool HasCount => Requests > 0 || Signals > 0;
}
