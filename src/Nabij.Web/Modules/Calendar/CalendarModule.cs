using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Cancelling;
using Nabij.Modules.Calendar.Choosing;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Feeds;
using Nabij.Modules.Calendar.Finding;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Calendar.Meetings;
using Nabij.Modules.Calendar.Paper;
using Nabij.Modules.Calendar.Paper.Rounds;
using Nabij.Modules.Calendar.Planning;
using Nabij.Modules.Calendar.Publishing;
using Nabij.Modules.Calendar.Searching;
using Nabij.Modules.Calendar.Showing;
using Nabij.Modules.Calendar.SigningUp;
using Nabij.Modules.Calendar.StillOn;
using Nabij.Modules.Reach.Contracts;
using Quartz;

namespace Nabij.Modules.Calendar;

public sealed class CalendarModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IActivities, ActivitiesInSight>();
        services.AddScoped<FindDates>().AddScoped<FindNear>().AddScoped<MeantWords>();
        services.AddScoped<ReadActivity>().AddScoped<PublicFeed>();
        services.AddScoped<PlanDates>().AddScoped<KeepActivity>().AddScoped<CancelDates>().AddScoped<ConfirmActivity>();
        services.AddFeeds();
        services.AddGaps();
        services.AddScoped<EditorLinks>().AddScoped<VenueTyped>().AddScoped<HostEditors>();
        services.AddSigningUp();
        services.AddPaper();
        services.AddScoped<MyChoices>().AddScoped<ChoicesLinks>().AddScoped<IAnswerForPersons, ChoicesOfPersons>();
        services.AddMeetings();
        services.AddScoped<AskedHosts>().AddScoped<FreshnessFollowUps>();
        services.AddScoped<IReceiveAnswers, HostAnswers>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<PlanDatesJob>("0 20 2 * * ?").AddForEveryCommunity<IndexWordsJob>("5/10 * * * * ?")
            .AddForEveryCommunity<LookAfterSignUpsJob>("40 * * * * ?")
            .AddForEveryCommunity<AskHostsJob>("0 40 7 * * ?")
            .AddForEveryCommunity<MakeWeekSheetsJob>("0 50 7 * * ?")
            .AddMeetingJobs()
            .AddFeedJobs();

    public static void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapFeeds();
}
