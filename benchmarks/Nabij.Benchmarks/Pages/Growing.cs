using System.Globalization;
using System.Text;
using Nabij.Kernel.Data;
using Npgsql;

namespace Nabij.Benchmarks.Pages;

/// <summary>Visits pages of communities of several sizes by turns, and tells how each size fares against the first.</summary>
internal static class Growing
{
    private const int Rounds = 5;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static async Task<int> RunAsync(string[] args, Subject subject, string usualSizes, string name)
    {
        var sizes = Option(args, $"--{subject.Noun}", usualSizes).Split(',').Select(s => int.Parse(s, Plain)).ToList();
        var length = TimeSpan.FromSeconds(double.Parse(Option(args, "--seconds", "10"), Plain) / Rounds);
        var clients = int.Parse(Option(args, "--clients", "4"), Plain);
        var towns = new List<ServedTown>();
        try
        {
            foreach (var size in sizes)
                towns.Add(await ServedTown.StartAsync(await ConnectionAsync(Option(args, "--connection", ""), name, size), size, subject));

            var visits = Enumerable.Range(0, towns[0].Pages.Count).SelectMany(page => towns.Select(town => new Visits(town, page))).ToList();
            await VisitAsync(visits, clients, length);
            Report(visits, subject.Noun, Option(args, "--out", ""));
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

    private static void Report(IReadOnlyList<Visits> visits, string noun, string file)
    {
        var lines = new List<string> { $"page,{noun},per second,p50 ms,p95 ms,p99 ms,queries,KB allocated,times the first" };
        foreach (var page in visits.GroupBy(v => v.Page, StringComparer.Ordinal))
        {
            var reference = page.First().Percentile(50);
            lines.AddRange(
                page.Select(v =>
                    string.Create(
                        Plain,
                        $"{v.Page.Replace(',', ' ')},{v.Size},{v.PerSecond:0},{v.Percentile(50):0.0},{v.Percentile(95):0.0},{v.Percentile(99):0.0},{v.Queries},{v.KilobytesEach:0},{v.Percentile(50) / reference:0.00}"
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
    private static async Task<string> ConnectionAsync(string server, string subject, int size)
    {
        if (!Database.IsPostgres(server))
            return $"Data Source={Path.Combine(Directory.CreateDirectory(Path.Combine("artifacts", "bench")).FullName, string.Create(Plain, $"{subject}-{size}.db"))}";

        var name = string.Create(Plain, $"nabij_bench_{subject}_{size}");
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
