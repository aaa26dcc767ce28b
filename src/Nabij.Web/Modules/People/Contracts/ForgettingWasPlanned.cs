using Nabij.Kernel.Outbox;

namespace Nabij.Modules.People.Contracts;

/// <summary>So many records are forgotten within a week, because their time has come.</summary>
public sealed record ForgettingWasPlanned(int Records) : IEvent;
