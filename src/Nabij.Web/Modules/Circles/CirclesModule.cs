using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.Circles.Persons;
using Nabij.Modules.Circles.Showing;
using Nabij.Modules.Circles.Starting;
using Quartz;

namespace Nabij.Modules.Circles;

public sealed class CirclesModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<ICircles, CirclesOfCommunity>();
        services.AddScoped<StartCircle>();
        services.AddScoped<DescribeCircle>();
        services.AddScoped<JoinCircle>();
        services.AddScoped<LeaveCircle>();
        services.AddScoped<NameContacts>();
        services.AddScoped<LookAfterCircle>();
        services.AddScoped<DrawCircle>();
        services.AddScoped<PlaceNextTo>();
        services.AddScoped<StreetsOfCircle>();
        services.AddScoped<CircleInSight>();
        services.AddScoped<AllCircles>();
        services.AddScoped<ReadNumbers>();
        services.AddScoped<IAnswerForPersons, CirclesOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
