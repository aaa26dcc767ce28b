using System.Numerics;
using System.Runtime.CompilerServices;

namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>A set of days 0 to 383, one bit each: enough for a year.</summary>
[InlineArray(Words)]
internal struct DaySet
{
    private const int Words = 6;
    private ulong first;

    public readonly bool Contains(int day) => (this[day >> 6] >> (day & 63) & 1) != 0;

    public void Add(int day) => this[day >> 6] |= 1UL << (day & 63);

    /// <summary>Adds the days from start (included) to end (excluded).</summary>
    public void AddRange(int start, int end)
    {
        for (var day = start; day < end; day++)
            Add(day);
    }

    /// <summary>Keeps the days that the other set has too.</summary>
    public void Keep(in DaySet other)
    {
        for (var word = 0; word < Words; word++)
            this[word] &= other[word];
    }

    /// <summary>The first day in the set from this one on, or -1.</summary>
    public readonly int NextFrom(int day)
    {
        for (var word = day >> 6; word < Words; word++)
        {
            var bits = word == day >> 6 ? this[word] & (ulong.MaxValue << (day & 63)) : this[word];
            if (bits != 0)
                return word * 64 + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    /// <summary>The days from start on, at most 64, as bits from 0 on.</summary>
    public readonly ulong Bits(int start, int length)
    {
        var (word, shift) = (start >> 6, start & 63);
        var bits = this[word] >> shift;
        if (shift > 0 && word + 1 < Words)
            bits |= this[word + 1] << (64 - shift);
        return length >= 64 ? bits : bits & ((1UL << length) - 1);
    }

    public static DaySet OfBits(ulong bits)
    {
        var set = default(DaySet);
        set[0] = bits;
        return set;
    }
}
