using Nabij.Kernel.Modules;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Finding;
using Quartz;

namespace Nabij.Modules.People;

/// <summary>Who lives here, how each is reached, and what they like to do for neighbours.</summary>
public sealed class PeopleModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPeople, PeopleOfCommunity>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
