using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// A stretch of a route, reduced to what it means for time: how long it takes, how much time must be warped back to
/// be on
/// time everywhere, and between which moments it can best be begun. Two stretches join in constant time
/// (Vidal, Crainic, Gendreau and Prins, 2013).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Segment(int Duration, int Warp, int Earliest, int Latest)
{
    public static Segment Of(in Client client) => new(client.Service, 0, client.Ready, client.Due);

    /// <summary>This stretch, a ride of <paramref name="ride"/>, and then the other stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Segment Then(int ride, in Segment other)
    {
        unchecked
        {
            var delta = Duration - Warp + ride;
            var wait = Math.Max(other.Earliest - delta - Latest, 0);
            var warp = Math.Max(Earliest + delta - other.Latest, 0);
            return new Segment(
                Duration + other.Duration + ride + wait,
                Warp + other.Warp + warp,
                Math.Max(other.Earliest - delta, Earliest) - wait,
                Math.Min(other.Latest - delta, Latest) + warp
            );
        }
    }

    /// <summary>As <see cref="Then(int, in Segment)"/> with a single client.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Segment Then(int ride, in Client client)
    {
        unchecked
        {
            var delta = Duration - Warp + ride;
            var wait = Math.Max(client.Ready - delta - Latest, 0);
            var warp = Math.Max(Earliest + delta - client.Due, 0);
            return new Segment(
                Duration + client.Service + ride + wait,
                Warp + warp,
                Math.Max(client.Ready - delta, Earliest) - wait,
                Math.Min(client.Due - delta, Latest) + warp
            );
        }
    }

    /// <summary>Only the warp of both stretches joined: the last step of most evaluations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WarpWith(int ride, in Segment other) =>
        unchecked(Warp + other.Warp + Math.Max(Earliest + Duration - Warp + ride - other.Latest, 0));
}
