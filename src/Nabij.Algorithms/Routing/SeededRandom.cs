using System.Runtime.CompilerServices;

namespace Nabij.Algorithms.Routing;

/// <summary>
/// xoshiro128++ (Blackman and Vigna, 2021), seeded by SplitMix64: the same numbers on every machine and every version
/// of the runtime, which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class SeededRandom
{
    private uint _a;
    private uint _b;
    private uint _c;
    private uint _d;

    public SeededRandom(ulong seed)
    {
        _a = (uint)(SplitMix(ref seed) >> 32);
        _b = (uint)(SplitMix(ref seed) >> 32);
        _c = (uint)(SplitMix(ref seed) >> 32);
        _d = (uint)(SplitMix(ref seed) >> 32) | 1;
    }

    /// <summary>The next 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextBits()
    {
        unchecked
        {
            var result = uint.RotateLeft(_a + _d, 7) + _a;
            var shifted = _b << 9;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = uint.RotateLeft(_d, 11);
            return result;
        }
    }

    /// <summary>A number from 0 to just under <paramref name="bound"/>, by multiplication (Lemire, 2019).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int bound) => unchecked((int)(((ulong)NextBits() * (ulong)(uint)bound) >> 32));

    /// <summary>A number in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Fraction() => NextBits() * (1.0 / 4294967296.0);

    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
