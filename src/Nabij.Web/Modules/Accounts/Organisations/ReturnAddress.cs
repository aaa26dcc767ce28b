using Nabij.Kernel;
using Nabij.Kernel.Tenancy;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>
/// Where a provider sends people back to: by the configuration, not by what a request says. Each organisation has one of its own, so the
/// answer of one provider is never taken for that of another.
/// </summary>
public sealed class ReturnAddress(IConfiguration configuration, CurrentCommunity community)
{
    private static readonly Uri Usual = new("http://localhost:5080");

    public Uri Of(OrganisationId organisation) =>
        new(configuration.GetValue<Uri?>("Reach:PublicUrl") ?? Usual, $"{community.Slug}/inloggen/organisatie/{organisation.Value}/terug");
}
