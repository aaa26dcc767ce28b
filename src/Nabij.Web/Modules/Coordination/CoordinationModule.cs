using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Coordination.Calls;
using Nabij.Modules.Coordination.Contracts;
using Nabij.Modules.Coordination.Counting;
using Nabij.Modules.Coordination.Duty;
using Nabij.Modules.Coordination.HandingOver;
using Nabij.Modules.Coordination.Persons;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Volunteers.Contracts;
using Quartz;

namespace Nabij.Modules.Coordination;

public sealed class CoordinationModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<LogCall>().AddScoped<SettleCall>().AddScoped<CallFollowUps>().AddScoped<ReadTelephone>();
        services.AddScoped<IHandle<HelpWasAsked>, WhatCallsBecame>().AddScoped<IHandle<SomebodySignedUp>, WhatCallsBecame>();
        services.AddScoped<IHandle<SomebodyVolunteered>, WhatCallsBecame>();
        services.AddScoped<WhoAnswers>().AddScoped<KeepRota>().AddScoped<WatchRota>().AddScoped<KeepNumber>();
        services.AddScoped<IOnDuty>(scope => scope.GetRequiredService<WhoAnswers>());
        services.AddScoped<IOneNumber>(scope => scope.GetRequiredService<WhoAnswers>());
        services.AddScoped<HandOver>().AddScoped<CountCalls>();
        services.AddScoped<IAnswerForPersons, CoordinationOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) => jobs.AddForEveryCommunity<WatchRotaJob>("0 15 * * * ?");
}
