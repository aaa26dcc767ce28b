using Nabij.Kernel;

namespace Nabij.Modules.Accounts.Contracts;

/// <summary>How the staff of an organisation sign in with the account that they have there.</summary>
public interface IOrganisationSignIns
{
    Task<OrganisationSignInDetails?> FindAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Keeps this, once the provider at that address answers as one.</summary>
    Task<Refusal?> KeepAsync(OrganisationId organisation, OrganisationSignInDetails details, CancellationToken ct);

    Task RemoveAsync(OrganisationId organisation, CancellationToken ct);

    /// <summary>Where the provider sends people back to: what the organisation fills in there.</summary>
    Task<Uri> ReturnAddressAsync(OrganisationId organisation, CancellationToken ct);
}

/// <param name="Name">What the organisation is called on the page to sign in.</param>
/// <param name="Issuer">The address of its provider.</param>
/// <param name="ClientId">What we are called there.</param>
/// <param name="ClientSecret">With which we prove that; empty is the one that is kept. It is never shown.</param>
/// <param name="MailDomain">What stands behind the @ of all its staff, and of nobody else.</param>
/// <param name="Claim">Where the provider says what somebody's address is: 'email' mostly.</param>
public sealed record OrganisationSignInDetails(string Name, string Issuer, string ClientId, string ClientSecret, string MailDomain, string Claim);
