using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Districting;

/// <summary>Seeded randomness for inner loops: xorshift64* (S. Vigna 2016), with ready-made thresholds for
/// annealing.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Dice
{
    private static readonly float[] MinusLogarithms =
    [
        .. Enumerable.Range(0, 4096).Select(step => -MathF.Log((step + 0.5f) / 4096)),
    ];

    private ulong _state;

    public Dice(int seed) => _state = unchecked(((ulong)(uint)seed * 0x9E3779B97F4A7C15) + 0xD1B54A32D192ED03) | 1;

    private ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return unchecked(_state * 0x2545F4914F6CDD1D);
    }

    /// <summary>From 0 up to but not including <paramref name="count"/>.</summary>
    public int Below(int count) => (int)((ulong)(uint)count * (Next() >> 32) >> 32);

    /// <summary>From 0 to 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The worsening, in temperatures, that Metropolis accepts this time.</summary>
    public float Daring() => MinusLogarithms[Next() >> 52];
}
