using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Cbs;

/// <summary>The files beside this one, each read when first asked for.</summary>
public sealed class CbsCatalogue : ICbsCatalogue
{
    private readonly Lazy<IReadOnlyList<CbsMunicipality>> municipalities = new(() =>
        [.. Read("gemeenten-2024").Select(r => new CbsMunicipality(r.Code, r.Name, r.Inhabitants, r.Aged65Plus)).OrderBy(m => m.Name, Dutch)]
    );
    private readonly Lazy<FrozenDictionary<string, CbsWijk[]>> wijken = new(() =>
        Read("wijken-2024")
            .Select(r => new CbsWijk(r.Code, r.Name, r.Inhabitants, r.Aged65Plus))
            .GroupBy(w => w.Municipality, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(w => w.Name, Dutch).ToArray(), StringComparer.Ordinal)
    );
    private readonly Lazy<IReadOnlyList<Buurt>> buurten = new(() =>
        [.. Read("buurten-2015").Select(r => new Buurt(r.Code, r.Name, r.Inhabitants, r.Aged65Plus, Borders.Parse(r.Borders)))]
    );

    public IReadOnlyList<CbsMunicipality> Municipalities => municipalities.Value;

    public IReadOnlyList<CbsWijk> WijkenOf(string municipality) => wijken.Value.GetValueOrDefault(municipality, []);

    public IReadOnlyList<Buurt> BuurtenIn(string code) =>
        code is not { Length: > 2 }
            ? []
            : [.. buurten.Value.Where(b => b.Code.AsSpan(2).StartsWith(code.AsSpan(2), StringComparison.Ordinal))];

    private static StringComparer Dutch { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("nl"), ignoreCase: true);

    private static List<Row> Read(string file)
    {
        var resource = $"{typeof(CbsCatalogue).Namespace}.Files.{file}.csv";
        using var csv = CsvReader.Create(typeof(CbsCatalogue).Assembly.GetManifestResourceStream(resource)!, new() { Separator = ';' });
        var rows = new List<Row>();
        while (csv.Read())
            rows.Add(new(csv.GetString(0), csv.GetString(1), csv.Parse<int>(2), csv.Parse<int>(3), csv.FieldCount > 4 ? csv.GetString(4) : ""));
        return rows;
    }

    private sealed record Row(string Code, string Name, int Inhabitants, int Aged65Plus, string Borders);
}
