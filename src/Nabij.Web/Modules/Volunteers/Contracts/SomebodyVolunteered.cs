using Nabij.Kernel;
using Nabij.Kernel.Outbox;

namespace Nabij.Modules.Volunteers.Contracts;

/// <summary>Somebody signed up to do something for the neighbourhood. <paramref name="Volunteer"/>: the page of it is <c>vrijwilligers/{id}</c>.</summary>
public sealed record SomebodyVolunteered(PersonId Person, Guid Volunteer) : IEvent;
