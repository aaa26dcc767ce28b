using Nabij.Kernel;
using Nabij.Kernel.Outbox;

namespace Nabij.Modules.HelpRequests.Contracts;

public sealed record HelpWasAsked(HelpRequestId Request, PersonId AskedFor, HelpKind Kind) : IEvent;

public sealed record HelperWasFound(HelpRequestId Request, PersonId AskedFor, PersonId Helper) : IEvent;

/// <summary>Nobody was found in any ring.</summary>
public sealed record HelpCameToDesk(HelpRequestId Request, PersonId AskedFor) : IEvent;

/// <summary>It worked. Helped by a neighbour, or by an organisation.</summary>
public sealed record HelpWorked(HelpRequestId Request, PersonId AskedFor, PersonId? Helper, OrganisationId? Organisation)
    : IEvent;
