using Nabij.Kernel.Persons;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>What the module needs for the gaps.</summary>
internal static class GapsPart
{
    public static void AddGaps(this IServiceCollection services) =>
        services
            .AddScoped<NoteMiss>()
            .AddScoped<ReadGaps>()
            .AddScoped<PlanGap>()
            .AddScoped<LikelyHosts>()
            .AddScoped<IAnswerForPersons, GapsOfPersons>();
}
