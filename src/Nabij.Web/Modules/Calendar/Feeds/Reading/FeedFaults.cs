using Nabij.Algorithms.ICalendar;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>The problems of the engine are ours too, by the same names.</summary>
public static class FeedFaults
{
    public static FeedFault Of(ProblemKind kind) => Enum.Parse<FeedFault>(kind.ToString());
}
