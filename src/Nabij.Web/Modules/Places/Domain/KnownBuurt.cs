using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Places.Domain;

/// <summary>A buurt of the community with its figures, and its borders as compact text (see <see cref="Domain.Borders"/>).</summary>
public sealed class KnownBuurt(string code)
{
    public const int MaxNameLength = 80;

    public string Code { get; private init; } = code;
    public string Name { get; private set; } = "";
    public int Inhabitants { get; private set; }
    public int Aged65Plus { get; private set; }
    public string Borders { get; private set; } = "";

    public Buurt Drawn => new(Code, Name, Inhabitants, Aged65Plus, Domain.Borders.Parse(Borders));

    public void Becomes(Buurt drawn) =>
        (Name, Inhabitants, Aged65Plus, Borders) =
            (drawn.Name, drawn.Inhabitants, drawn.Aged65Plus, Domain.Borders.Compact(drawn.Rings));
}
