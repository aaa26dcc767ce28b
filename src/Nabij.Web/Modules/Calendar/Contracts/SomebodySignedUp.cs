using Nabij.Kernel;
using Nabij.Kernel.Outbox;

namespace Nabij.Modules.Calendar.Contracts;

/// <summary>Somebody comes to this date, or waits for a place.</summary>
public sealed record SomebodySignedUp(ActivityId Activity, ActivityDateId Date, PersonId Person) : IEvent;
