using System.Diagnostics;
using System.Globalization;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Importing;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Searching;

/// <summary>
/// Search measured on all front doors of a whole town, from the national register. The file is not part of the repository: without it
/// this is skipped. Each address is typed with the mistakes that people make; the seed is fixed and shown.
/// </summary>
public sealed class UrkTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int Samples = 400;

    [Fact]
    public async Task Misspelt_addresses_of_a_whole_town_are_found()
    {
        Assert.SkipWhen(TownFile.Path is null, "places/bag_addresses_urk_2026.csv is not in ../shared/data or NABIJ_DATA");
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(await File.ReadAllLinesAsync(TownFile.Path, TestContext.Current.CancellationToken));
        var doors = AddressCsv.Read(new StreamReader(TownFile.Path)).Select(l => l.Address!).ToList();
        var random = new Random(Seed);

        var (first, amongFive, shown) = (0, 0, 0);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Samples; i++)
        {
            var door = doors[random.Next(doors.Count)];
            var typed = $"{Mistyped.Of(door.Street, random)} {door.Number}{door.Addition}";
            var found = await app.InPlacesAsync(p => p.SearchAsync(typed, 5, TestContext.Current.CancellationToken));
            var at = found.ToList().FindIndex(a => IsAt(a, door));
            (first, amongFive, shown) = (first + (at == 0 ? 1 : 0), amongFive + (at >= 0 ? 1 : 0), shown + found.Count);
        }

        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Samples;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {Seed}, {doors.Count} front doors: first {first}/{Samples}, among five {amongFive}/{Samples}, {shown} shown, {milliseconds:0.0} ms each"
            )
        );
        Assert.True(amongFive >= Samples * 0.97, $"recall {amongFive}/{Samples}, seed {Seed}");
        Assert.True(first >= Samples * 0.93, $"precision {first}/{Samples}, seed {Seed}");
    }

    private static bool IsAt(Address found, ReadAddress door) =>
        (found.Street, found.Number, found.Addition ?? "") == (door.Street, door.Number, door.Addition);
}

/// <summary>Where the file of the town is: in the folder that <c>NABIJ_DATA</c> names, or in one beside or above the repository.</summary>
public static class TownFile
{
    private const string Name = "places/bag_addresses_urk_2026.csv";

    public static string? Path { get; } =
        Folders().Select(folder => System.IO.Path.Combine(folder, Name)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("NABIJ_DATA") is { } given)
            yield return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return System.IO.Path.Combine(folder.FullName, "shared", "data");
    }
}

/// <summary>Mistakes that people make when they type a street: one of swapped, missing, doubled or other letter, or an abbreviation.</summary>
public static class Mistyped
{
    private static readonly (string Full, string Short)[] Abbreviations =
    [
        ("straat", "str"),
        ("laan", "ln"),
        ("weg", "wg"),
        ("plein", "pln"),
        ("kade", "kd"),
    ];

    public static string Of(string street, Random random)
    {
        var at = random.Next(1, Math.Max(2, street.Length - 1));
        return random.Next(6) switch
        {
            0 when at + 1 < street.Length => $"{street[..at]}{street[at + 1]}{street[at]}{street[(at + 2)..]}",
            1 => street.Remove(at, 1),
            2 => street.Insert(at, street[at].ToString()),
            3 => $"{street[..at]}{(char)('a' + random.Next(26))}{street[(at + 1)..]}",
            4 => Abbreviated(street),
            _ => street.ToUpperInvariant(),
        };
    }

    private static string Abbreviated(string street)
    {
        foreach (var (full, brief) in Abbreviations)
        {
            if (street.EndsWith(full, StringComparison.Ordinal))
                return street[..^full.Length] + brief;
        }
        return street.Replace("ij", "y", StringComparison.OrdinalIgnoreCase);
    }
}
