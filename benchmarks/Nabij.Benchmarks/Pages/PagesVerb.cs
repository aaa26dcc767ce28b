using System.Globalization;
using System.Text;
using Nabij.Kernel.Data;
using Npgsql;

namespace Nabij.Benchmarks.Pages;

/// <summary>
/// How fast the pages are that are open all day, and whether they stay so when a community grows:
/// <c>pages --persons 500,5000,50000 --seconds 10 --clients 4 [--connection Host=…] [--out results.csv]</c>.
/// </summary>
internal static class PagesVerb
{
    private const int Rounds = 5;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static int Run(string[] args) => RunAsync(args).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] args)
    {
        var sizes = Option(args, "--persons", "500,5000,50000").Split(',').Select(s => int.Parse(s, Plain)).ToList();
        var length = TimeSpan.FromSeconds(double.Parse(Option(args, "--seconds", "10"), Plain) / Rounds);
        var clients = int.Parse(Option(args, "--clients", "4"), Plain);
        var towns = new List<ServedTown>();
        try
        {
            foreach (var persons in sizes)
                towns.Add(await ServedTown.StartAsync(await ConnectionAsync(Option(args, "--connection", ""), persons), persons));

            var visits = Enumerable.Range(0, towns[0].Pages.Count).SelectMany(page => towns.Select(town => new Visits(town, page))).ToList();
            await VisitAsync(visits, clients, length);
            Report(visits, Option(args, "--out", ""));
        }
        finally
        {
            foreach (var town in towns)
                await town.DisposeAsync();
        }
        return 0;
    }

    /// <summary>Sizes take turns, so that whatever else this machine does hits all alike.</summary>
    private static async Task VisitAsync(IReadOnlyList<Visits> visits, int clients, TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var page in visits)
                await page.RoundAsync(http, clients, length, counts: round > 0);
        }
    }

    private static void Report(IReadOnlyList<Visits> visits, string file)
    {
        var lines = new List<string> { "page,persons,per second,p50 ms,p95 ms,p99 ms,queries,KB allocated,times the first" };
        foreach (var page in visits.GroupBy(v => v.Page, StringComparer.Ordinal))
        {
            var reference = page.First().Percentile(50);
            lines.AddRange(
                page.Select(v =>
                    string.Create(
                        Plain,
                        $"{v.Page},{v.Persons},{v.PerSecond:0},{v.Percentile(50):0.0},{v.Percentile(95):0.0},{v.Percentile(99):0.0},{v.Queries},{v.KilobytesEach:0},{v.Percentile(50) / reference:0.00}"
                    )
                )
            );
        }
        foreach (var line in lines)
            Console.WriteLine($"| {line.Replace(",", " | ", StringComparison.Ordinal)} |");
        Console.WriteLine(string.Create(Plain, $"Memory of the process, all sizes together: {Environment.WorkingSet / 1_000_000} MB"));
        if (file.Length > 0)
            File.WriteAllLines(file, lines, Encoding.UTF8);
    }

    /// <summary>A database for each size, kept for the next time.</summary>
    private static async Task<string> ConnectionAsync(string server, int persons)
    {
        if (!Database.IsPostgres(server))
            return $"Data Source={Path.Combine(Directory.CreateDirectory(Path.Combine("artifacts", "bench")).FullName, $"pages-{persons}.db")}";

        var name = $"nabij_bench_{persons}";
        await using var connection = new NpgsqlConnection($"{server};Database=postgres");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        try
        {
            await create.ExecuteNonQueryAsync();
        }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.DuplicateDatabase) { }
        return $"{server};Database={name}";
    }

    private static string Option(string[] args, string name, string usual) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : usual;
}
