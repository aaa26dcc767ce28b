using Nabij.Kernel.Jobs;
using Nabij.Kernel.Persons;
using Nabij.Modules.Circles.Persons;
using Nabij.Modules.Circles.Proposing.Accepting;
using Nabij.Modules.Circles.Proposing.Asking;
using Nabij.Modules.Circles.Proposing.Computing;
using Nabij.Modules.Circles.Proposing.Moving;
using Nabij.Modules.Circles.Proposing.Starting;
using Quartz;

namespace Nabij.Modules.Circles.Proposing;

/// <summary>What proposals of circles add to the module.</summary>
public static class ProposingServices
{
    public static void AddProposing(this IServiceCollection services)
    {
        services.AddScoped<ReadGround>();
        services.AddScoped<OpenProposal>();
        services.AddScoped<FollowProposal>();
        services.AddScoped<ReadBarriers>();
        services.AddScoped<StartProposal>();
        services.AddScoped<DiscardProposal>();
        services.AddScoped<ComputeProposal>();
        services.AddScoped<MoveFrontDoors>();
        services.AddScoped<MakeCircles>();
        services.AddScoped<AcceptBuurt>();
        services.AddScoped<ResidentsToAsk>();
        services.AddScoped<NoteAnswer>();
        services.AddScoped<AnswerTrail>();
        services.AddScoped<IAnswerForPersons, ProposalsOfPersons>();
    }

    public static void AddProposing(this IQuartzBuilder jobs) => jobs.AddForEveryCommunity<ProposeCirclesJob>("0/5 * * * * ?");
}
