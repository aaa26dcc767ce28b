using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>What is compared of an activity to see whether another one is the same.</summary>
/// <param name="Hosts">The names of the organisations that tell of it: a hall is often a host too.</param>
/// <param name="Starts">The starts of its coming dates.</param>
public sealed record Compared(ActivityId Id, string Title, string Place, GeoPoint? At, IReadOnlyList<string> Hosts, IReadOnlySet<Instant> Starts)
{
    internal IReadOnlySet<string> TitleWords { get; } = TellingWords.Of(Title);

    /// <summary>Hosts and places are often named in a title too: there they tell nothing more.</summary>
    internal IReadOnlySet<string> KnownWords { get; } = TellingWords.In([.. Hosts, Place]);
    internal IReadOnlySet<string> PlaceWords { get; } = TellingWords.OfPlace(Place);
    internal IReadOnlyList<IReadOnlySet<string>> HostWords { get; } = [.. Hosts.Select(TellingWords.OfPlace)];
}

/// <summary>Why, and how surely, two activities are the same.</summary>
public sealed record Sameness(SameBy Reason, int CommonDates, bool IsSure)
{
    private const double NearMetres = 75;

    /// <summary>Host and hall round off differently: one says 14.00, the other 13.45, when the doors open.</summary>
    public static readonly Duration About = Duration.FromMinutes(20);

    private const double LeastTitle = 0.6;
    private const double SureTitle = 0.95;

    /// <summary>
    /// They are the same when most of the dates of the one that has fewest are those of the other, at the same place, by a title of
    /// which most of the words are the same. Null when they are not.
    /// </summary>
    public static Sameness? Of(Compared one, Compared other)
    {
        var (common, exact) = CommonStarts(one, other);
        if (common == 0 || common * 2 < Math.Min(one.Starts.Count, other.Starts.Count))
            return null;
        var title = Alike(OwnWords(one, other), OwnWords(other, one));
        var place = PlaceOf(one, other);
        if (title < LeastTitle || place is SameBy.None && title < 1)
            return null;
        if (place is SameBy.None && !SaysNoPlace(one, other))
            return null;
        var reason = SameBy.Time | place | (title >= 1 ? SameBy.SameTitle : SameBy.LikeTitle);
        return new(reason, common, title >= SureTitle && place is not SameBy.None && exact * 2 >= common);
    }

    private static (int Common, int Exact) CommonStarts(Compared one, Compared other)
    {
        var exact = one.Starts.Count(other.Starts.Contains);
        if (exact * 2 >= Math.Min(one.Starts.Count, other.Starts.Count))
            return (exact, exact);
        var common = one.Starts.Count(s => other.Starts.Any(o => Abs(o - s) <= About));
        return (common, exact);

        static Duration Abs(Duration d) => d < Duration.Zero ? -d : d;
    }

    private static SameBy PlaceOf(Compared one, Compared other) =>
        one.At is { } here && other.At is { } there && here.MetresTo(there) <= NearMetres ? SameBy.Place
        : Holds(one.PlaceWords, other.PlaceWords) ? SameBy.Place
        : HostIsPlace(one, other) || HostIsPlace(other, one) ? SameBy.HostIsPlace
        : SameBy.None;

    /// <summary>A hall tells of what is in its own house without saying where; whoever tells of something elsewhere is no proof of it.</summary>
    private static bool HostIsPlace(Compared hall, Compared other) =>
        hall.HostWords.Any(h => Holds(h, other.PlaceWords)) && (hall.PlaceWords.Count == 0 || hall.HostWords.Any(h => Holds(h, hall.PlaceWords)));

    /// <summary>The words of a title without the names of whoever holds it, where it is; all of them when nothing is left.</summary>
    private static IReadOnlySet<string> OwnWords(Compared one, Compared other)
    {
        var own = one.TitleWords.Where(w => !one.KnownWords.Contains(w) && !other.KnownWords.Contains(w)).ToHashSet(StringComparer.Ordinal);
        return own.Count > 0 ? own : one.TitleWords;
    }

    private static bool SaysNoPlace(Compared one, Compared other) => one.PlaceWords.Count == 0 || other.PlaceWords.Count == 0;

    /// <summary>'De Kade' and 'Wijkcentrum De Kade, Havenstraat 3, grote zaal': all that tells in the shorter is in the longer.</summary>
    private static bool Holds(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        return few.Count > 0 && few.All(w => many.Any(m => SameWord(w, m)));
    }

    /// <summary>From 0 to 1: the share of the words of the shorter title that the longer has, a little less for what it has more.</summary>
    private static double Alike(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        if (few.Count == 0 || Numbers(few).Any() && Numbers(many).Any() && !Numbers(few).ToHashSet(StringComparer.Ordinal).SetEquals(Numbers(many)))
            return 0; // 'groep 1' is not 'groep 2'
        var same = few.Count(w => many.Any(m => SameWord(w, m)));
        return same == few.Count && few.Count == many.Count ? 1 : (double)same / few.Count - 0.1 * Math.Min(3, many.Count - same);
    }

    private static IEnumerable<string> Numbers(IReadOnlySet<string> words) => words.Where(w => char.IsDigit(w[0])).Order(StringComparer.Ordinal);

    /// <summary>'wandelen' and 'wandeling', 'koffieinloop' and 'koffie-inloop', 'koersbal' and 'koersabl': nearly the same letters.</summary>
    private static bool SameWord(string one, string other)
    {
        if (one == other)
            return true;
        var shortest = Math.Min(one.Length, other.Length);
        if (shortest < 5)
            return false;
        return one.AsSpan(0, shortest - 2).SequenceEqual(other.AsSpan(0, shortest - 2)) && Math.Abs(one.Length - other.Length) <= 3 || OneSlipApart(one, other);
    }

    /// <summary>One letter more, less or other, or two that changed places.</summary>
    private static bool OneSlipApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start])
            start++;
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        var left = one[start..^end];
        var right = other[start..^end];
        return left.Length <= 1 && right.Length <= 1 || left is [var a, var b] && right is [var c, var d] && a == d && b == c;
    }
}
