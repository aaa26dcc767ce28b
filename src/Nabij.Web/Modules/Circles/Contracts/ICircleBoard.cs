using Nabij.Kernel;

namespace Nabij.Modules.Circles.Contracts;

/// <summary>
/// What hangs on the board of a circle's page: who could do with a hand. Whoever keeps the requests implements it; the page does
/// without when nobody does.
/// </summary>
public interface ICircleBoard
{
    /// <summary>The open requests that this neighbour may read, newest first.</summary>
    Task<IReadOnlyList<CircleAsk>> OpenAsksAsync(CircleId circle, PersonId viewer, CancellationToken ct);

    /// <summary>'Dat doe ik.' Null is agreed.</summary>
    Task<Refusal?> PromiseAsync(HelpRequestId ask, PersonId helper, CancellationToken ct);
}

/// <summary>One request on the board.</summary>
/// <param name="Who">'Wim', never more than neighbours know of each other.</param>
/// <param name="Question">'Wie zet woensdag mijn container aan de weg?'</param>
/// <param name="Asked">'Vanmorgen gevraagd'</param>
/// <param name="When">'Woensdag voor 8.00 uur'</param>
/// <param name="HowLong">'5 minuten'; null when nobody said.</param>
/// <param name="MayPromise">Whether this viewer may say 'Dat doe ik'.</param>
public sealed record CircleAsk(
    HelpRequestId Id,
    string Who,
    string Initials,
    string Question,
    string Asked,
    string When,
    string? HowLong,
    bool MayPromise
);
