using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Directory.Organisations;
using Nabij.Modules.Directory.Persons;
using Quartz;

namespace Nabij.Modules.Directory;

public sealed class DirectoryModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IDirectory, OrganisationDirectory>();
        services.AddScoped<KeepOrganisation>();
        services.AddScoped<IAnswerForPersons, OrganisationsOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
