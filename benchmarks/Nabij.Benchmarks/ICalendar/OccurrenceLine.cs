using Nabij.Algorithms.ICalendar;
using NodaTime.Text;

namespace Nabij.Benchmarks.ICalendar;

/// <summary>An occurrence as it is printed: moments in universal time, or dates.</summary>
internal sealed record OccurrenceLine(string Uid, string Start, string End, bool AllDay, string Status, string Summary)
{
    public static OccurrenceLine Of(Occurrence occurrence) =>
        new(
            occurrence.Event.Uid,
            occurrence.AllDay
                ? LocalDatePattern.Iso.Format(occurrence.FirstDate)
                : InstantPattern.General.Format(occurrence.Start),
            occurrence.AllDay
                ? LocalDatePattern.Iso.Format(occurrence.DateAfter)
                : InstantPattern.General.Format(occurrence.End),
            occurrence.AllDay,
            occurrence.Event.Status.ToString().ToUpperInvariant(),
            occurrence.Event.Summary.ToString()
        );

    public static IOrderedEnumerable<OccurrenceLine> Sorted(IEnumerable<Occurrence> occurrences) =>
        occurrences
            .Select(Of)
            .OrderBy(o => o.Start, StringComparer.Ordinal)
            .ThenBy(o => o.Uid, StringComparer.Ordinal)
            .ThenBy(o => o.End, StringComparer.Ordinal);
}
