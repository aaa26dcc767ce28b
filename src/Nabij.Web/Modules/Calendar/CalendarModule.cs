using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Feeds;
using Nabij.Modules.Calendar.Finding;
using Nabij.Modules.Calendar.Planning;
using Quartz;

namespace Nabij.Modules.Calendar;

public sealed class CalendarModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IActivities, ActivitiesInSight>();
        services.AddScoped<PlanDates>();
        services.AddFeeds();
    }

    public static void AddJobs(IQuartzBuilder jobs) => jobs.AddForEveryCommunity<PlanDatesJob>("0 20 2 * * ?").AddFeedJobs();
}
