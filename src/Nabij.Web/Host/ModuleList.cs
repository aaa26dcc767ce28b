using Nabij.Kernel.Modules;
using Nabij.Modules.Accounts;
using Nabij.Modules.Calendar;
using Nabij.Modules.Circles;
using Nabij.Modules.Coordination;
using Nabij.Modules.Desk;
using Nabij.Modules.Directory;
using Nabij.Modules.HelpRequests;
using Nabij.Modules.Home;
using Nabij.Modules.People;
using Nabij.Modules.Places;
using Nabij.Modules.Reach;
using Nabij.Modules.Rooms;
using Nabij.Modules.Volunteers;
using Quartz;

namespace Nabij.Host;

/// <summary>The capabilities of the platform.</summary>
internal static class ModuleList
{
    private static readonly Entry[] All =
    [
        Of<PlacesModule>(),
        Of<PeopleModule>(),
        Of<AccountsModule>(),
        Of<DeskModule>(),
        Of<ReachModule>(),
        Of<DirectoryModule>(),
        Of<CirclesModule>(),
        Of<HelpRequestsModule>(),
        Of<VolunteersModule>(),
        Of<RoomsModule>(),
        Of<CalendarModule>(),
        Of<CoordinationModule>(),
        Of<HomeModule>(),
    ];

    public static void AddTo(IServiceCollection services, IQuartzBuilder jobs)
    {
        foreach (var module in All)
        {
            module.AddServices(services);
            module.AddJobs(jobs);
        }
    }

    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        foreach (var module in All)
            module.MapEndpoints(endpoints);
    }

    private static Entry Of<TModule>()
        where TModule : IModule => new(TModule.AddServices, TModule.AddJobs, TModule.MapEndpoints);

    private sealed record Entry(
        Action<IServiceCollection> AddServices,
        Action<IQuartzBuilder> AddJobs,
        Action<IEndpointRouteBuilder> MapEndpoints
    );
}
