using Nabij.Kernel;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Circles.Proposing.Starting;

/// <summary>Makes barriers of borders that were chosen and of lines that were typed, from address to address.</summary>
public sealed class ReadBarriers(IPlaces places)
{
    /// <param name="borders">The codes of the buurten whose borders nobody crosses.</param>
    /// <param name="lines">Lines as typed, those without a word left out.</param>
    public async Task<(IReadOnlyList<BarrierLine> Barriers, IReadOnlyList<BarrierFault> Faults)> HandleAsync(
        IReadOnlyCollection<string> borders,
        IReadOnlyList<TypedBarrier> lines,
        CancellationToken ct
    )
    {
        var barriers = new List<BarrierLine>();
        foreach (var buurt in (await places.BuurtenAsync(ct)).Where(b => borders.Contains(b.Code, StringComparer.Ordinal)))
            barriers.AddRange(buurt.Rings.Where(ring => ring.Count > 2).Select(ring => new BarrierLine(buurt.Name, [.. ring.SkipLast(1)], Closed: true)));

        var faults = new List<BarrierFault>();
        foreach (var (at, typed) in lines.Index().Where(line => !line.Item.IsEmpty))
        {
            var (barrier, refusal) = await ReadAsync(typed, ct);
            if (refusal is not null)
                faults.Add(new(at, refusal));
            else
                barriers.Add(barrier!);
        }
        return (barriers, faults);
    }

    private async Task<(BarrierLine?, Refusal?)> ReadAsync(TypedBarrier typed, CancellationToken ct)
    {
        if (typed.Name.Length == 0 || typed.Name.Length > BarrierLine.MaxNameLength)
            return (null, new BarrierHasNoName());
        if (typed.Places.Count < 2)
            return (null, new BarrierNeedsTwoPoints());
        if (typed.Places.Count > BarrierLine.MostPoints)
            return (null, new BarrierHasTooManyPoints());
        var points = new List<GeoPoint>();
        foreach (var place in typed.Places)
        {
            if (await PointAsync(place, ct) is not { } point)
                return (null, new BarrierPointNotFound(place));
            points.Add(point);
        }
        return (new(typed.Name, points), null);
    }

    private async Task<GeoPoint?> PointAsync(string typed, CancellationToken ct) =>
        BarrierLine.PointOf(typed) ?? (await places.SearchAsync(typed, 1, ct)).Select(a => (GeoPoint?)a.At).FirstOrDefault();
}

/// <summary>A barrier as somebody typed it: a name, and places along it, one a line.</summary>
public sealed record TypedBarrier(string Name, IReadOnlyList<string> Places)
{
    public static TypedBarrier Of(string? name, string? places) =>
        new((name ?? "").Trim(), (places ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public bool IsEmpty => Name.Length == 0 && Places.Count == 0;
}

/// <summary>What is wrong with which of the lines.</summary>
public sealed record BarrierFault(int Line, Refusal Refusal);
