using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Correcting;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Desk.Alarms;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Giving;
using Nabij.Modules.Desk.Lists;
using Nabij.Modules.Desk.Moving;
using Nabij.Modules.Desk.Opening;
using Nabij.Modules.Desk.Persons;
using Nabij.Modules.Desk.Taking;
using Quartz;

namespace Nabij.Modules.Desk;

public sealed class DeskModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IFollowUps, KeptFollowUps>();
        services.AddScoped<IHandle<ForgettingWasPlanned>, AnnounceForgetting>();
        services.AddScoped<AskCorrection>();
        services.AddScoped<FollowUpsInSight>();
        services.AddScoped<DeskOverview>();
        services.AddScoped<IWorkAtHand>(scope => scope.GetRequiredService<DeskOverview>());
        services.AddScoped<Colleagues>();
        services.AddScoped<TakeFollowUp>();
        services.AddScoped<MoveFollowUp>();
        services.AddScoped<GiveFollowUp>();
        services.AddSingleton<LateFollowUps>();
        services.AddScoped<IAnswerForPersons, FollowUpsOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) => jobs.AddForEveryCommunity<RaiseAlarmsJob>("30 0/5 * * * ?");
}
