namespace Nabij.Modules.Places.Contracts;

/// <summary>
/// What Statistics Netherlands (CBS) publishes about the whole country, carried along in files. Wherever it is shown,
/// the page says <see cref="Source"/>.
/// </summary>
public interface ICbsCatalogue
{
    public const string Source = "Bron: CBS / Kadaster";

    /// <summary>All municipalities of the Netherlands on 1 January 2024, by name.</summary>
    IReadOnlyList<CbsMunicipality> Municipalities { get; }

    /// <summary>The wijken of a municipality on 1 January 2024, by name.</summary>
    IReadOnlyList<CbsWijk> WijkenOf(string municipality);

    /// <summary>
    /// The buurten of a municipality ('GM0532') or a wijk ('WK034410') with their borders of 2015, by code. Borders of only a
    /// few towns are carried along: elsewhere there are none.
    /// </summary>
    IReadOnlyList<Buurt> BuurtenIn(string code);
}

/// <summary>A municipality. <paramref name="Code"/>: 'GM0532'.</summary>
public sealed record CbsMunicipality(string Code, string Name, int Inhabitants, int Aged65Plus);

/// <summary>A wijk of a municipality. <paramref name="Code"/>: 'WK053200'.</summary>
public sealed record CbsWijk(string Code, string Name, int Inhabitants, int Aged65Plus)
{
    public string Municipality => $"GM{Code[2..6]}";
}
