using Nabij.Kernel.Modules;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Directory.Organisations;
using Quartz;

namespace Nabij.Modules.Directory;

public sealed class DirectoryModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IDirectory, OrganisationDirectory>();
        services.AddScoped<KeepOrganisation>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
