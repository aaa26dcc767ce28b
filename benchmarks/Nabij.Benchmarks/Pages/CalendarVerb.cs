using Nabij.Demo.Measuring;

namespace Nabij.Benchmarks.Pages;

/// <summary>
/// Whether the calendar stays as fast when there is more and more to do:
/// <c>calendar --activities 2000,50000 --seconds 10 --clients 4 [--connection Host=…] [--out results.csv]</c>.
/// </summary>
internal static class CalendarVerb
{
    private const int Seed = 1;

    public static int Run(string[] args) =>
        Growing.RunAsync(args, new("activities", MakeAsync, ChooseAsync), "2000,50000", "calendar").GetAwaiter().GetResult();

    private static Task<string> MakeAsync(IServiceProvider services, int activities) => new LargeAgenda(services, activities, Seed, Console.WriteLine).MakeAsync();

    /// <summary>What visitors look at, and what telephones and other platforms follow.</summary>
    private static Task<IReadOnlyList<VisitedPage>> ChooseAsync(IServiceProvider scope, string slug) =>
        Task.FromResult<IReadOnlyList<VisitedPage>>(
            [new("list", $"{slug}/agenda"), new("month", $"{slug}/agenda/maand"), new("feed", $"{slug}/agenda.ics"), new("feed, 304", $"{slug}/agenda.ics", HasNewest: true)]
        );
}
