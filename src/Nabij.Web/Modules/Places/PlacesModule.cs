using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Places.Cbs;
using Nabij.Modules.Places.Choosing;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Data;
using Nabij.Modules.Places.Importing;
using Nabij.Modules.Places.Persons;
using Nabij.Modules.Places.Searching;
using Quartz;

namespace Nabij.Modules.Places;

public sealed class PlacesModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ICbsCatalogue, CbsCatalogue>();
        services.AddScoped<IPlaces, PlacesOfCommunity>();
        services.AddScoped<SearchAddresses>();
        services.AddScoped<ImportAddresses>();
        services.AddScoped<KeepUpload>();
        services.AddScoped<TakeOverBuurten>();
        services.AddScoped<IAnswerForPersons, UploadsOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
