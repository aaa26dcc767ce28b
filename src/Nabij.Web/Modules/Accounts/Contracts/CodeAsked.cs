using Nabij.Kernel.Outbox;

namespace Nabij.Modules.Accounts.Contracts;

/// <summary>Somebody asked for a code to sign in with; whether anybody here has that address is looked up after.</summary>
public sealed record CodeAsked(Guid Code) : IEvent;
