using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Finding;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Calendar.Planning;
using Nabij.Modules.Calendar.Searching;
using Nabij.Modules.Calendar.Showing;
using Quartz;

namespace Nabij.Modules.Calendar;

public sealed class CalendarModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IActivities, ActivitiesInSight>();
        services.AddScoped<FindDates>().AddScoped<FindNear>().AddScoped<MeantWords>();
        services.AddScoped<ReadActivity>();
        services.AddScoped<PlanDates>().AddScoped<KeepActivity>().AddScoped<CancelDates>().AddScoped<ConfirmActivity>();
        services.AddGaps();
        services.AddScoped<EditorLinks>().AddScoped<VenueTyped>();
    }

    public static void AddJobs(IQuartzBuilder jobs) => 
        jobs.AddForEveryCommunity<PlanDatesJob>("0 20 2 * * ?").AddForEveryCommunity<IndexWordsJob>("5/10 * * * * ?");
}
