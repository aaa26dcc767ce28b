using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Paper.Rounds;

namespace Nabij.Modules.Calendar.Paper;

/// <summary>What the module needs for paper.</summary>
internal static class PaperPart
{
    public static void AddPaper(this IServiceCollection services) =>
        services
            .AddScoped<SheetLines>()
            .AddScoped<SheetFollowUps>()
            .AddScoped<KeepRounds>()
            .AddScoped<BringSheet>()
            .AddScoped<IAnswerForPersons, RoundsOfPersons>();
}
