using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Outgoing;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Kernel.Languages;
using NodaTime;
using Quartz;

namespace Nabij.Kernel;

/// <summary>What all modules stand on.</summary>
public static class KernelServices
{
    public static IServiceCollection AddKernel(this IServiceCollection services, string connectionString)
    {
        services.AddNabijDb(connectionString);
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SensitiveText>();
        services.AddSingleton(provider =>
            FingerprintKey.FromDatabase(
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<IDataProtectionProvider>()
            )
        );
        services.AddDataProtection().SetApplicationName("Nabij");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys =>
                keys.XmlRepository = new DatabaseKeys(provider.GetRequiredService<IServiceScopeFactory>())
            )
        );
        services.AddSingleton<IResolveNames, DomainNames>();
        services.AddSingleton<CommunityDirectory>();
        services.AddScoped<CurrentCommunity>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<SignIn>();
        services.AddScoped<Ui.LoadingTurn>();
        services.AddScoped<Trail>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider
                .GetRequiredService<TextCatalogue>()
                .In(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Cookies[Language.Cookie])
        );
        return services;
    }

    public static void AddKernelJobs(this IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<DeliverOutboxJob>("0/2 * * * * ?")
            .AddForEveryCommunity<KeepStatisticsJob>("0 50 * * * ?")
            .AddForEveryCommunity<RenewEncryptionJob>("0 30 3 * * ?");
}
