using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Answering;
using Nabij.Modules.Reach.Calling;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Letters;
using Nabij.Modules.Reach.Overview;
using Nabij.Modules.Reach.Persons;
using Nabij.Modules.Reach.Sending;
using Nabij.Modules.Reach.Telling;
using Quartz;

namespace Nabij.Modules.Reach;

public sealed class ReachModule : IModule
{
    private const string Section = "Reach";
    private static readonly TimeSpan GatewayPatience = TimeSpan.FromSeconds(20);

    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection(Section).Get<ReachSettings>() ?? new()
        );
        services.AddScoped<IReach, TellPeople>();
        services.AddScoped<IHandle<FollowUpIsLate>, TellStandIn>();

        services.AddHttpClient<TextMessageSender>(http => http.Timeout = GatewayPatience);
        services.AddScoped<MailSender>();
        services.AddScoped<MessageWriter>();
        services.AddScoped<AnswerLinks>();
        services.AddScoped<Courier>();
        services.AddScoped<TidyMessages>();
        services.AddScoped<TellDueMessages>();
        services.AddSingleton<MessageAge>();

        services.AddScoped<TakeAnswer>();
        services.AddScoped<AnswerByLink>();
        services.AddScoped<AnswerByText>();
        services.LimitIncomingTexts();

        services.AddScoped<Lines>();
        services.AddScoped<TakeLine>();
        services.AddScoped<RecordOutcome>();
        services.AddScoped<PostBag>();
        services.AddScoped<MarkPrinted>();
        services.AddScoped<SettleByHand>();
        services.AddScoped<IAnswerForPersons, MessagesOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) => jobs.AddForEveryCommunity<SendDueMessagesJob>("0/2 * * * * ?");

    public static void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapIncomingTexts();
}
