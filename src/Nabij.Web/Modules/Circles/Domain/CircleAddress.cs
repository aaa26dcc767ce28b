using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain;

/// <summary>A front door within a circle's area. Each belongs to one circle at most.</summary>
public sealed class CircleAddress(AddressId address, CircleId circle)
{
    public AddressId Address { get; private init; } = address;
    public CircleId Circle { get; set; } = circle;
}

/// <summary>Which side of the street belongs to the circle.</summary>
public enum StreetSide
{
    Both,
    Even,
    Odd,
}

/// <summary>Part of a street: a side, from one number to another.</summary>
public sealed record StreetPart(string Street, StreetSide Side, int? From, int? To)
{
    public bool Holds(AtDoor door) => string.Equals(door.Street, Street, StringComparison.Ordinal) && Holds(door.Number);

    public bool Holds(int number) =>
        number >= (From ?? 0)
        && number <= (To ?? int.MaxValue)
        && Side switch
        {
            StreetSide.Even => number % 2 == 0,
            StreetSide.Odd => number % 2 == 1,
            _ => true,
        };
}
