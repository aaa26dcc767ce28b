using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Courses;
using Nabij.Modules.Volunteers.Following;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Modules.Volunteers.Leaving;
using Nabij.Modules.Volunteers.Meeting;
using Nabij.Modules.Volunteers.Persons;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Modules.Volunteers.SigningUp;
using Quartz;

namespace Nabij.Modules.Volunteers;

/// <summary>Who does something for the neighbourhood: from signing up to leaving well, lent from one organisation to another.</summary>
public sealed class VolunteersModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<Changes>().AddScoped<VolunteerNews>().AddScoped<Mentors>().AddScoped<VolunteersInSight>().AddScoped<ShiftStandings>();
        services.AddScoped<SignUpVolunteer>().AddScoped<MeetVolunteer>();
        services.AddScoped<AskForHands>().AddScoped<LendMember>().AddScoped<WhoIsFree>().AddScoped<AnswerOffer>().AddScoped<EndLending>()
            .AddScoped<ShiftsInSight>();
        services.AddScoped<IReceiveAnswers, AnswersToLending>();
        services.AddScoped<EnterHours>().AddScoped<SettleHours>().AddScoped<HoursOnDesk>().AddScoped<HoursSheet>().AddScoped<ThankVolunteer>();
        services.AddScoped<KeepCourse>().AddScoped<JoinCourse>().AddScoped<CourseNews>().AddScoped<SeeVog>();
        services.AddScoped<LeaveVolunteering>().AddScoped<ReadStillDone>().AddScoped<HandOverWork>().AddScoped<FinishHandingOver>();
        services.AddScoped<ForgetVolunteer>().AddScoped<IAnswerForPersons, VolunteersOfPersons>().AddScoped<IAnswerForPersons, WorkOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<WatchShiftsJob>("0 35 4 * * ?")
            .AddForEveryCommunity<WatchRefreshersJob>("0 40 4 * * ?")
            .AddForEveryCommunity<WatchLeaversJob>("0 45 4 * * ?");

    public static void MapEndpoints(IEndpointRouteBuilder endpoints) => HoursSheet.Map(endpoints);
}
