using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>A date with the hours on it.</summary>
public readonly record struct Slot(LocalDate Date, LocalTime From, LocalTime Until)
{
    public int Minutes => (Quarters.Of(Until) - Quarters.Of(From)) * 15;

    public IEnumerable<int> TakenQuarters => Quarters.Between(From, Until);

    public bool Overlaps(Slot other) => Date == other.Date && From < other.Until && other.From < Until;
}
