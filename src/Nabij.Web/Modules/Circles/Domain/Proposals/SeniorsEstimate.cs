using System.Collections.Immutable;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>
/// How many residents of 75 and over a front door counts for, in hundredths. CBS counts those of 65 and over per buurt, and not by the
/// door: so it is an estimate, and every screen with a number of it says so.
/// </summary>
public static class SeniorsEstimate
{
    /// <summary>Hundredths of a person.</summary>
    public const int One = 100;

    /// <summary>Of a hundred residents of 65 and over in the Netherlands, so many are 75 or over (CBS, 1 January 2024).</summary>
    public const int Of75Among100Of65 = 44;

    /// <summary>Those of 75 and over in a buurt, in hundredths.</summary>
    public static int Of65Plus(int aged65Plus) => aged65Plus * Of75Among100Of65;

    /// <summary>As people say it: whole persons.</summary>
    public static int Whole(int hundredths) => (hundredths + (One / 2)) / One;

    /// <summary>
    /// Whom we know counts at their own door; the rest of the estimate of the buurt is spread over its other doors, evenly, so that
    /// nothing is lost by rounding.
    /// </summary>
    /// <param name="doors">Per front door the buurt that it is in and the residents of 75 and over that we know there.</param>
    /// <param name="aged65Plus">Per buurt its residents of 65 and over.</param>
    public static ImmutableArray<int> Spread(IReadOnlyList<(string Buurt, int Known)> doors, IReadOnlyDictionary<string, int> aged65Plus)
    {
        var counts = doors.Select(d => d.Known * One).ToArray();
        foreach (var buurt in doors.Index().GroupBy(d => d.Item.Buurt, StringComparer.Ordinal))
        {
            var unknown = buurt.Where(d => d.Item.Known == 0).Select(d => d.Index).ToList();
            var rest = Math.Max(0, Of65Plus(aged65Plus.GetValueOrDefault(buurt.Key)) - buurt.Sum(d => d.Item.Known * One));
            foreach (var (at, door) in unknown.Index())
                counts[door] = (int)((long)rest * (at + 1) / unknown.Count - (long)rest * at / unknown.Count);
        }
        return [.. counts];
    }
}
