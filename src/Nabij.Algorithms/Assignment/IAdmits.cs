using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Nabij.Algorithms.Assignment;

/// <summary>Who of the indexed points may be found. Implemented by structs, so that the search is compiled around the
/// question.</summary>
public interface IAdmits
{
    /// <summary>Whether this point may be found.</summary>
    bool Admits(int point);
}

/// <summary>Everyone may be found.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Anyone : IAdmits
{
    /// <inheritdoc/>
    public bool Admits(int point) => true;
}

/// <summary>What a helper can and is; one bit per skill, language, gender and day part, in an order the caller
/// keeps.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Traits(uint Skills, uint Languages, uint Genders, ulong DayParts);

/// <summary>Only helpers with all skills asked for, one of the languages, genders and day parts (no bits: no wish), and
/// room left.</summary>
/// <param name="Helpers">The traits of each helper, by index.</param>
/// <param name="Wish">What is asked.</param>
/// <param name="Resting">Helpers who are not to be asked now, one bit each, or empty.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Suitable(ImmutableArray<Traits> Helpers, Traits Wish, ImmutableArray<ulong> Resting)
    : IAdmits
{
    /// <inheritdoc/>
    public bool Admits(int point)
    {
        var helper = Helpers[point];
        return (helper.Skills & Wish.Skills) == Wish.Skills
            && (Wish.Languages == 0 || (helper.Languages & Wish.Languages) != 0)
            && (Wish.Genders == 0 || (helper.Genders & Wish.Genders) != 0)
            && (Wish.DayParts == 0 || (helper.DayParts & Wish.DayParts) != 0)
            && (Resting.IsDefaultOrEmpty || (Resting[point >> 6] >> (point & 63) & 1) == 0);
    }
}
