using Nabij.Kernel;
using Nabij.Kernel.Outbox;
using NodaTime;

namespace Nabij.Modules.Reach.Contracts;

/// <summary>Somebody was spoken to, on the telephone or at the door, or answered what they were asked, by whichever channel.</summary>
public sealed record PersonWasHeard(PersonId Person, Instant At) : IEvent;
