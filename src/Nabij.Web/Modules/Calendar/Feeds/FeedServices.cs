using Nabij.Kernel.Jobs;
using Nabij.Kernel.Outgoing;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Feeds.Adding;
using Nabij.Modules.Calendar.Feeds.Duplicates;
using Nabij.Modules.Calendar.Feeds.Fetching;
using Nabij.Modules.Calendar.Feeds.Importing;
using Nabij.Modules.Calendar.Feeds.Keeping;
using Nabij.Modules.Calendar.Feeds.Persons;
using Quartz;

namespace Nabij.Modules.Calendar.Feeds;

/// <summary>What reading others' calendars needs; a part of the module.</summary>
internal static class FeedServices
{
    private const string Section = "Calendar:Feeds";

    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(Section).Get<FeedSettings>() ?? new());
        services
            .AddHttpClient<FetchFeed>(http => http.Timeout = Timeout.InfiniteTimeSpan) // it has a patience of its own
            .ConfigurePrimaryHttpMessageHandler(provider => new PublicConnections(
                provider.GetRequiredService<IResolveNames>(),
                provider.GetRequiredService<FeedSettings>().Trusts
            ).NewHandler())
            .RemoveAllLoggers(); // addresses may be as good as a password
        services.AddScoped<ImportFeed>().AddScoped<FeedVenues>().AddScoped<FollowDates>().AddScoped<TakeIn>();
        services.AddScoped<FeedFollowUps>().AddScoped<KeepFeed>().AddScoped<AnswerGone>().AddScoped<AnswerNote>().AddScoped<FeedsInSight>();
        services.AddScoped<AddFeed>();
        services.AddScoped<IAnswerForPersons, FeedsOfPersons>();
        services.AddScoped<FindDuplicates>().AddScoped<SettlePair>().AddScoped<PairsInSight>();
    }

    public static IQuartzBuilder AddFeedJobs(this IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<FetchFeedsJob>("40 0/5 * * * ?").AddForEveryCommunity<FindDuplicatesJob>("0 15 * * * ?");
}
