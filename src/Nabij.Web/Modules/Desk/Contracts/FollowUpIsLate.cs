using Nabij.Kernel;
using Nabij.Kernel.Outbox;

namespace Nabij.Modules.Desk.Contracts;

/// <summary>Something has been late for a day: its stand-in is to hear of it.</summary>
public sealed record FollowUpIsLate(FollowUpId FollowUp, PersonId StandIn) : IEvent;
