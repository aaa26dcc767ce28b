using Nabij.Kernel.Jobs;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;
using Quartz;

namespace Nabij.Modules.Calendar.Meetings;

/// <summary>What the module needs for meetings.</summary>
internal static class MeetingsPart
{
    public static void AddMeetings(this IServiceCollection services) =>
        services
            .AddScoped<ReadMeeting>()
            .AddScoped<HoldMeeting>()
            .AddScoped<MeetingFollowUps>()
            .AddScoped<SayNeeds>()
            .AddScoped<TellRemark>()
            .AddScoped<AnswerRemark>()
            .AddScoped<IAnswerForPersons, MeetingsOfPersons>();

    public static IQuartzBuilder AddMeetingJobs(this IQuartzBuilder jobs) => jobs.AddForEveryCommunity<LookAfterMeetingsJob>("20 5/15 * * * ?");
}
