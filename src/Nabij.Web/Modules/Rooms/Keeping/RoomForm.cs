using System.Globalization;
using Nabij.Kernel;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Keeping;

/// <summary>A room as its form holds it: everything as it was typed.</summary>
public sealed class RoomForm
{
    private const int MinutesInHour = 60;

    public string? Organisation { get; set; }
    public string? Name { get; set; }
    public string? Where { get; set; }
    public string? People { get; set; }
    public string? Price { get; set; }
    public string? Contact { get; set; }
    public string? Caretaker { get; set; }
    public string? KeyWhere { get; set; }
    public string? KeyCode { get; set; }
    public string? Rules { get; set; }
    public List<string> Access { get; set => field = value ?? []; } = []; // what was left empty is posted as nothing
    public List<string> Uses { get; set => field = value ?? []; } = [];
    public List<string> Checks { get; set => field = value ?? []; } = [];
    public List<string> From { get; set => field = value ?? []; } = [];
    public List<string> Until { get; set => field = value ?? []; } = [];
    public string? LeadDays { get; set; } = "0";
    public string? LongestHours { get; set; } = "4";
    public string? MostPerYear { get; set; }
    public string? NoticeDays { get; set; } = "7";

    public static IReadOnlyList<IsoDayOfWeek> Week { get; } = [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)];

    public static RoomForm Of(Room room) =>
        new()
        {
            Organisation = room.Organisation.Value.ToString(),
            Name = room.Name,
            Where = room.Where,
            People = Text(room.People),
            Price = (room.CentsPerHour / 100m).ToString("0.00", CultureInfo.GetCultureInfo("nl")),
            KeyWhere = room.KeyWhere,
            KeyCode = room.KeyCode,
            Rules = room.Rules,
            Access = [.. Enum.GetValues<RoomAccess>().Where(a => a != RoomAccess.None && room.Access.HasFlag(a)).Select(a => a.ToString())],
            Uses = [.. Enum.GetValues<RoomUse>().Where(u => u != RoomUse.None && room.Uses.HasFlag(u)).Select(u => u.ToString())],
            Checks = [.. ChecksOf(room)],
            From = [.. Week.Select(d => room.Hours.FirstOrDefault(h => h.Weekday == d)?.From.Iso() ?? "")],
            Until = [.. Week.Select(d => room.Hours.FirstOrDefault(h => h.Weekday == d)?.Until.Iso() ?? "")],
            LeadDays = Text(room.LeadDays),
            LongestHours = (room.LongestMinutes / (decimal)MinutesInHour).ToString("0.##", CultureInfo.GetCultureInfo("nl")),
            MostPerYear = room.MostPerYear is { } most ? Text(most) : "",
            NoticeDays = Text(room.NoticeDays),
        };

    public string FromOn(IsoDayOfWeek day) => From.ElementAtOrDefault((int)day - 1) ?? "";

    public string UntilOn(IsoDayOfWeek day) => Until.ElementAtOrDefault((int)day - 1) ?? "";

    public RoomDetails Details(OrganisationId organisation, AddressId? address, string? buurt, PersonId? contact, PersonId? caretaker) =>
        new(
            organisation,
            Name ?? "",
            Where ?? "",
            address,
            buurt,
            Number(People) ?? 0,
            Typed.Flags<RoomAccess>(Access, (a, b) => a | b),
            Cents(Price),
            contact,
            caretaker,
            KeyWhere ?? "",
            KeyCode ?? "",
            OwnersRules()
        );

    private OwnersRules OwnersRules() =>
        new(
            Rules ?? "",
            [.. Spans()],
            Typed.Flags<RoomUse>(Uses, (a, b) => a | b),
            Has("OrganisationsOnly") ? RoomGuests.OrganisationsOnly : RoomGuests.Everybody,
            Number(LeadDays) ?? -1,
            Minutes(LongestHours),
            string.IsNullOrWhiteSpace(MostPerYear) ? null : Number(MostPerYear) ?? -1,
            Number(NoticeDays) ?? -1,
            Has("SchoolHolidays"),
            Has("PublicHolidays"),
            Has("ByItself")
        );

    private static IEnumerable<string> ChecksOf(Room room)
    {
        if (room.Guests == RoomGuests.OrganisationsOnly)
            yield return "OrganisationsOnly";
        if (room.ClosedInSchoolHolidays)
            yield return "SchoolHolidays";
        if (room.ClosedOnPublicHolidays)
            yield return "PublicHolidays";
        if (room.GoesByItself)
            yield return "ByItself";
    }

    /// <summary>The days on which something was typed; half typed or unreadable is hours that end before they begin, which is refused.</summary>
    private IEnumerable<OpenSpan> Spans() =>
        Week.Where(day => FromOn(day).Trim().Length + UntilOn(day).Trim().Length > 0)
            .Select(day => new OpenSpan(day, Typed.Time(FromOn(day)) ?? LocalTime.Midnight, Typed.Time(UntilOn(day)) ?? LocalTime.Midnight));

    private bool Has(string check) => Checks.Contains(check, StringComparer.Ordinal);

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>'12,50' and '12.50' in cents; nothing is free; what cannot be read is refused.</summary>
    private static int Cents(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0
        : Decimal(typed) is { } amount and >= 0 and < 10_000 ? (int)Math.Round(amount * 100)
        : -1;

    private static int Minutes(string? typed) => Decimal(typed) is { } hours and > 0 and <= 24 ? (int)(hours * MinutesInHour) : 0;

    private static decimal? Decimal(string? typed) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
