using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Asking;

/// <summary>What is asked as its form holds it, and as it stands in the address of the page that looks at every date.</summary>
public sealed class AskForm
{
    public const string Once = "once";

    public string? Purpose { get; set; }
    public string? Use { get; set; }
    public string? People { get; set; }
    public string? First { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Every { get; set; } = Once;
    public string? Last { get; set; }
    public List<string> Without { get; set => field = value ?? []; } = []; // what was left empty is posted as nothing
    public string? Organisation { get; set; }

    public OrganisationId? ForOrganisation => Guid.TryParse(Organisation, out var id) ? new(id) : null;

    /// <summary>What was asked; or what is missing.</summary>
    public (AskedSeries? Asked, Refusal? Refusal) Read(RoomId room)
    {
        if (Typed.Date(First) is not { } first)
            return (null, new RoomDateMissing());
        if (Typed.Time(From) is not { } from || Typed.Time(Until) is not { } until)
            return (null, new RoomTimesAreWrong());
        if (Typed.Value<RoomUse>(Use) is not { } use || use == RoomUse.None)
            return (null, new RoomNotForThis());
        var people = int.TryParse(People, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var occasion = new RoomOccasion(Purpose ?? "", use, people, from, until);
        return (new(room, occasion, first, Typed.Value<RepeatEvery>(Every), Typed.Date(Last), Has("school"), Has("feest")), null);
    }

    public string Address(RoomId room, PersonId bookedFor, BookingId id)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["waarvoor"] = Purpose,
            ["soort"] = Use,
            ["mensen"] = People,
            ["dag"] = First,
            ["van"] = From,
            ["tot"] = Until,
            ["herhaling"] = Every,
            ["tot-en-met"] = Last,
            ["zonder"] = string.Join(' ', Without),
            ["organisatie"] = Organisation,
            ["voor"] = bookedFor.Value.ToString(),
            ["sleutel"] = id.Value.ToString(),
        };
        return $"zalen/{room.Value}/nakijken?{string.Join('&', query.Where(q => q.Value is { Length: > 0 }).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value!)}"))}";
    }

    private bool Has(string without) => Without.Contains(without, StringComparer.Ordinal);
}
