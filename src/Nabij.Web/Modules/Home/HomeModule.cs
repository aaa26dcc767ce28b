using Nabij.Kernel.Modules;
using Nabij.Modules.Home.Beginning;
using Quartz;

namespace Nabij.Modules.Home;

public sealed class HomeModule : IModule
{
    public static void AddServices(IServiceCollection services) => services.AddScoped<BeginCommunity>();

    public static void AddJobs(IQuartzBuilder jobs) { }
}
