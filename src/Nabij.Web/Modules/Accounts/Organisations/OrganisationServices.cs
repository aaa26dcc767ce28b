using Nabij.Kernel.Outgoing;
using Nabij.Modules.Accounts.Contracts;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>What signing in by an organisation needs; a part of the module.</summary>
internal static class OrganisationServices
{
    private const string Section = "Accounts:Providers";

    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(Section).Get<ProviderSettings>() ?? new());
        services
            .AddHttpClient<AskProvider>(
                (provider, http) =>
                {
                    var settings = provider.GetRequiredService<ProviderSettings>();
                    (http.Timeout, http.MaxResponseContentBufferSize) = (settings.Patience, settings.MostBytes);
                }
            )
            .ConfigurePrimaryHttpMessageHandler(provider =>
                new PublicConnections(provider.GetRequiredService<IResolveNames>(), provider.GetRequiredService<ProviderSettings>().Trusts).NewHandler()
            )
            .RemoveAllLoggers(); // a code in an address is as good as a password
        services.AddScoped<ReturnAddress>().AddScoped<OrganisationSession>().AddScoped<SignInWithOrganisation>();
        services.AddScoped<IOrganisationSignIns, KeepOrganisationSignIn>();
    }
}
