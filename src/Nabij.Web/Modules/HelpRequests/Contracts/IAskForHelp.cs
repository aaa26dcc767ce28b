using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Contracts;

/// <summary>Asks for help for who needs it to take part in something else: a lift to the eettafel.</summary>
public interface IAskForHelp
{
    /// <summary>
    /// Saves the request together with what the caller changed. False: somebody else was faster, and nothing of it was saved.
    /// </summary>
    Task<bool> AskAsync(NeededHelp needed, CancellationToken ct);

    /// <summary>It is no longer needed; who was asked hears so. Saves, also what the caller changed.</summary>
    Task StopAsync(HelpRequestId id, CancellationToken ct);
}

/// <summary>What is needed, on a day at a time, asked by the person themselves.</summary>
public sealed record NeededHelp(HelpRequestId Id, HelpKind Kind, string Title, LocalDate Day, LocalTime Time, int Minutes, PersonId AskedFor);
