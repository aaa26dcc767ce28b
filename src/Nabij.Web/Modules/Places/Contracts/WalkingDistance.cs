using Nabij.Kernel;

namespace Nabij.Modules.Places.Contracts;

/// <summary>
/// Walking distance estimated from the straight line: streets make it a third longer (a detour index of 1.3 is usual for
/// Dutch neighbourhoods), an older person walks 60 metres in a minute.
/// </summary>
public static class WalkingDistance
{
    private const double Detour = 1.3;
    private const double MetresPerMinute = 60;

    /// <summary>Metres on foot.</summary>
    public static int Metres(GeoPoint from, GeoPoint to) => (int)Math.Round(from.MetresTo(to) * Detour);

    /// <summary>Minutes on foot, at least one.</summary>
    public static int Minutes(GeoPoint from, GeoPoint to) => Math.Max(1, (int)Math.Round(Metres(from, to) / MetresPerMinute));
}
