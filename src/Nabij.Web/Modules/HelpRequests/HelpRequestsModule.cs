using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Asking;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Covering;
using Nabij.Modules.HelpRequests.Following;
using Nabij.Modules.HelpRequests.HandingOver;
using Nabij.Modules.HelpRequests.Listing;
using Nabij.Modules.HelpRequests.MyHelp;
using Nabij.Modules.HelpRequests.Persons;
using Nabij.Modules.HelpRequests.Showing;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.Reach.Contracts;
using Quartz;

namespace Nabij.Modules.HelpRequests;

public sealed class HelpRequestsModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IHelpRequests, HelpInSight>().AddScoped<HelpInSight>();
        services.AddScoped<ICircleBoard, CircleBoard>();
        services.AddScoped<Changes>().AddScoped<HelpNews>().AddScoped<Standings>().AddScoped<StopAsking>();
        services.AddScoped<ReadRequest>().AddScoped<ListRequests>().AddScoped<MyYear>();
        services.AddScoped<AskForHelp>().AddScoped<FindWhereabouts>().AddScoped<IAskForHelp, AskAlongWith>();
        services.AddScoped<WidenSearch>().AddScoped<NextToAsk>().AddScoped<Surroundings>().AddScoped<Turns>();
        services.AddScoped<HurrySearch>();
        services.AddScoped<WhoHelps>().AddScoped<ClaimHelp>().AddScoped<DeclineHelp>();
        services.AddScoped<ReleaseHelp>().AddScoped<WithdrawHelp>().AddScoped<PlanCover>();
        services.AddScoped<AgreeOnDay>().AddScoped<FinishHelp>().AddScoped<SayHowItWent>();
        services.AddScoped<HandOverHelp>().AddScoped<HandBackHelp>();
        services.AddScoped<IAnswerForPersons, HelpOfPersons>().AddScoped<ForgetHelp>();
        services.AddScoped<IReceiveAnswers, AnswersToQuestions>().AddScoped<IReceiveAnswers, AnswersAboutHelp>();
        services.AddScoped<IHandle<CirclesWereRedrawn>, FollowTheCircle>().AddScoped<IHandle<HelpWorked>, HeardByHelping>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<WidenRingsJob>("0 * * * * ?")
            .AddForEveryCommunity<AskAfterwardsJob>("10 0/5 * * * ?")
            .AddForEveryCommunity<CloseUnansweredJob>("20 0/15 * * * ?")
            .AddForEveryCommunity<ExpireJob>("30 0/15 * * * ?");
}
