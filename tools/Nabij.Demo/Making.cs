using System.Diagnostics;
using System.Globalization;
using Nabij.Demo.Measuring;
using Nabij.Host;

namespace Nabij.Demo;

/// <summary>Adds a community of any number of persons, for measuring. Quickly: entities are saved in bulk, without commands.</summary>
public static class Making
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (Asked.Read(args) is not { } asked)
        {
            await Console.Error.WriteLineAsync("Say how many: make --persons 5000 [--seed 1]");
            return 2;
        }
        await using var app = Serving.Build([]);
        await app.Services.MigrateAsync(CancellationToken.None);

        var watch = Stopwatch.StartNew();
        var slug = await new LargeTown(app.Services, asked.Persons, asked.Seed, Say).MakeAsync();
        Say(string.Create(CultureInfo.InvariantCulture, $"Ready after {watch.Elapsed.TotalSeconds:0} s: /{slug}/demo"));
        return 0;

        void Say(string what) => Console.WriteLine(what);
    }

    private sealed record Asked(int Persons, int Seed)
    {
        private const int Most = 1_000_000;

        public static Asked? Read(string[] args) =>
            Number(args, "--persons") is { } persons and > 0 and <= Most ? new(persons, Number(args, "--seed") ?? 1) : null;

        private static int? Number(string[] args, string name) =>
            Array.IndexOf(args, name) is >= 0 and var at
            && at + 1 < args.Length
            && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
