using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>What the teller has already given a turn, and what was decided about each question.</summary>
public sealed class Remembered
{
    public Dictionary<HelpRequestId, Fortune> Fortunes { get; } = [];

    private readonly HashSet<AskId> asks = [];
    private readonly HashSet<(HelpRequestId Request, Instant Since)> states = [];

    public Fortune Of(HelpRequestId request) => Fortunes.GetValueOrDefault(request);

    /// <summary>Whether this one is new to the story.</summary>
    public bool IsNew(AskId ask) => asks.Add(ask);

    /// <summary>Whether the request came into this state just now.</summary>
    public bool IsNew(HelpRequestId request, Instant since) => states.Add((request, since));
}
