using Nabij.Kernel.Modules;
using Quartz;

namespace Nabij.Modules.Home;

public sealed class HomeModule : IModule
{
    public static void AddServices(IServiceCollection services) { }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
