using Nabij.Kernel;
using Nabij.Kernel.Outbox;

namespace Nabij.Modules.Circles.Contracts;

/// <summary>Circles were split, or went on as one: what belonged to these may belong to another now. Ask by the front door.</summary>
public sealed record CirclesWereRedrawn(IReadOnlyList<CircleId> Circles) : IEvent;
