using Quartz;

namespace Nabij.Kernel.Modules;

/// <summary>What a module hands to the host. Reading a module starts at its one implementation of this.</summary>
public interface IModule
{
    static abstract void AddServices(IServiceCollection services);

    static abstract void AddJobs(IQuartzBuilder jobs);

    /// <summary>Addresses that are not pages: a feed, a gateway that calls back. Most modules have none.</summary>
    static virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
