using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Hearing;
using Nabij.Modules.Circles.MeetUps;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Overview;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.Circles.Persons;
using Nabij.Modules.Circles.Proposing;
using Nabij.Modules.Circles.Redrawing;
using Nabij.Modules.Circles.Showing;
using Nabij.Modules.Circles.Starting;
using Nabij.Modules.Circles.Welcoming;
using Nabij.Modules.Reach.Contracts;
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
        services.AddProposing();
        services.AddScoped<DrawOutlines>();
        services.AddScoped<KeepPapers>().AddScoped<HandOutPapers>();
        services.AddScoped<ArrangeChain>().AddScoped<KeepChain>().AddScoped<ChainNews>().AddScoped<ChainOnDesk>();
        services.AddScoped<ReportCall>().AddScoped<IReceiveAnswers, AnswersAtDoor>().AddScoped<ChainInSight>();
        services.AddScoped<IHeardFrom, HeardFrom>().AddScoped<NoteNeighbour>().AddScoped<NoteFollowUps>().AddScoped<ReadNotes>().AddScoped<ChooseRhythm>();
        services.AddScoped<IHandle<PersonWasHeard>, HearWhoAnswered>().AddScoped<SilentNeighbours>().AddScoped<SilentContacts>().AddScoped<IReceiveAnswers, AnswersOfReserve>();
        services.AddScoped<GlanceAtCircle>().AddScoped<Digest>();
        services.AddScoped<PlanMeetUp>().AddScoped<MeetUpNews>().AddScoped<AnswerMeetUp>().AddScoped<CancelMeetUp>();
        services.AddScoped<IReceiveAnswers, AnswersToInvitation>();
        services.AddScoped<BringNeighbour>().AddScoped<WelcomeNeighbour>().AddScoped<SettleWish>();
        services.AddScoped<NeighboursAtDoors>().AddScoped<MoveAlong>();
        services.AddScoped<SplitCircle>().AddScoped<MergeCircles>().AddScoped<UndoReshaping>();
        services.AddScoped<IAnswerForPersons, CirclesOfPersons>().AddScoped<IAnswerForPersons, LifeOfPersons>();
        services.AddScoped<IAnswerForPersons, ChainsOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<WatchSizesJob>("0 20 4 * * ?")
            .AddForEveryCommunity<ComparePapersJob>("40 7 * * * ?")
            .AddForEveryCommunity<PrepareChainsJob>("45 * * * * ?")
            .AddForEveryCommunity<WatchChainsJob>("50 * * * * ?")
            .AddForEveryCommunity<CountMeetUpsJob>("0 25 4 * * ?")
            .AddForEveryCommunity<NoticeSilenceJob>("0 30 4 * * ?")
            .AddForEveryCommunity<WeeklyDigestJob>("0 0 8 ? * MON")
            .AddProposing();
}
