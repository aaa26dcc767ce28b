using Nabij.Kernel.Ui.Parts;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Desk.Lists;

/// <summary>Buurten as the map draws them, with how much is open in each.</summary>
public static class BuurtDrawing
{
    public static MapArea Of(Buurt buurt, BuurtCount? count) =>
        new(buurt.Name, buurt.Rings, buurt.Middle, (count?.Open ?? 0) - (count?.Late ?? 0), count?.Late ?? 0);
}
