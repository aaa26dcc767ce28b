using System.Globalization;
using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>What people do not cross on the way to each other: water, a railway, a main road, the edge of a buurt.</summary>
/// <param name="Name">'de Provincialeweg'</param>
/// <param name="Line">The corners.</param>
/// <param name="Closed">Whether it goes round, as the borders of a buurt do.</param>
public sealed record BarrierLine(string Name, IReadOnlyList<GeoPoint> Line, bool Closed = false)
{
    public const int MaxNameLength = 60;
    public const int MostPoints = 30;

    private const char Between = '|';

    /// <summary>One barrier a line: 'o' or 'g' (open, going round), its name, its corners as <see cref="Outline"/> writes them.</summary>
    public static string Write(IEnumerable<BarrierLine> barriers) => string.Join('\n', barriers.Select(b => b.Written));

    public static IReadOnlyList<BarrierLine> Read(string written) =>
        [.. written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Read(line.Split(Between)))];

    /// <summary>'52.6931, 5.2405' as a point; null when that is no place in this part of the world.</summary>
    public static GeoPoint? PointOf(string typed)
    {
        var parts = typed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var north, var east] && Degrees(north) is { } latitude and > 50 and < 54 && Degrees(east) is { } longitude and > 3 and < 8
            ? new GeoPoint(longitude, latitude)
            : null;
    }

    private string Written =>
        string.Create(CultureInfo.InvariantCulture, $"{(Closed ? 'g' : 'o')}{Between}{Name.Replace(Between, ' ').ReplaceLineEndings(" ")}{Between}{Outline.Write(Line)}");

    private static BarrierLine Read(string[] parts) => new(parts[1], Outline.Read(parts[2]), parts[0] == "g");

    private static double? Degrees(string typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}

public sealed record BarrierHasNoName : Refusal;

public sealed record BarrierNeedsTwoPoints : Refusal;

public sealed record BarrierHasTooManyPoints : Refusal;

/// <summary>One of the places along the line is no address that we know.</summary>
public sealed record BarrierPointNotFound(string Typed) : Refusal;
