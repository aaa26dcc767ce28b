using System.Globalization;
using System.Text.Json;
using Nabij.Kernel;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Importing;

/// <summary>A row of a list as a form that somebody could have typed.</summary>
public static class RowReading
{
    private static readonly DateOnly FirstDayOfSpreadsheets = new(1899, 12, 30);
    private static readonly string[] Dates = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "d-M-yy", "d/M/yy", "d MMMM yyyy", "d MMM yyyy"];
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The fields that have a meaning, as they are kept.</summary>
    public static string FieldsOf(SheetRow row, IReadOnlyList<ImportColumn> columns) =>
        JsonSerializer.Serialize(
            columns
                .Select((column, at) => (column, Value: row.Fields.ElementAtOrDefault(at) ?? ""))
                .Where(f => f.column is not ImportColumn.None && f.Value.Length > 0)
                .ToDictionary(f => f.column.ToString(), f => f.Value, StringComparer.Ordinal)
        );

    public static IReadOnlyDictionary<string, string> Fields(this ImportRow row) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fields) ?? [];

    public static PersonForm FormOf(IReadOnlyDictionary<string, string> fields)
    {
        var (given, family) = NameOf(fields);
        var phone = fields.GetValueOrDefault(nameof(ImportColumn.Phone));
        var isMobile = phone is not null && PhoneNumber.Read(phone) is { } number && PhoneNumber.IsMobile(number);
        var mail = fields.GetValueOrDefault(nameof(ImportColumn.Mail));
        return new()
        {
            GivenName = given,
            FamilyName = family,
            BirthYear = YearOf(fields.GetValueOrDefault(nameof(ImportColumn.BirthYear))),
            Address = fields.GetValueOrDefault(nameof(ImportColumn.Address)),
            Mobile = isMobile ? phone : null,
            Phone = isMobile ? null : phone,
            Mail = mail,
            Preferred = (mail is not null ? Channel.Mail : phone is not null ? Channel.Call : Channel.Letter).ToString(),
            Language = "nl",
        };
    }

    /// <summary>What a spreadsheet would run is nobody's name.</summary>
    public static Refusal? RefusalOf(PersonForm form) =>
        new[] { form.GivenName, form.FamilyName }.Any(n => n is ['=' or '@' or '+' or '-', ..]) ? new NameIsFormula() : null;

    private static (string Given, string Family) NameOf(IReadOnlyDictionary<string, string> fields)
    {
        var (given, family) = (fields.GetValueOrDefault(nameof(ImportColumn.GivenName)), fields.GetValueOrDefault(nameof(ImportColumn.FamilyName)));
        var full = fields.GetValueOrDefault(nameof(ImportColumn.FullName)) ?? "";
        if (given is not null)
            return (given, family ?? full);
        if (full.Split(',', 2, StringSplitOptions.TrimEntries) is [var last, var first] && first.Length > 0)
            return (first, last); // 'Bakker, Riet'
        return full.Split(' ', 2, StringSplitOptions.TrimEntries) is [var one, var other] ? (one, other) : (full, family ?? "");
    }

    /// <summary>The year of a year, a date in any notation, or the day number of a spreadsheet; else as it stands, to be refused.</summary>
    private static string? YearOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length == 4)
            return typed;
        if (DateOnly.TryParseExact(typed, Dates, Dutch, DateTimeStyles.None, out var date))
            return (date.Year > DateTimeYears.Latest ? date.Year - 100 : date.Year).ToString(CultureInfo.InvariantCulture);
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 1000 and < 60_000)
            return FirstDayOfSpreadsheets.AddDays(day).Year.ToString(CultureInfo.InvariantCulture);
        return typed;
    }

    private static class DateTimeYears
    {
        /// <summary>Two digits above this are of the century before: nobody under ten is on such a list.</summary>
        public const int Latest = 2020;
    }
}

public sealed record NameIsFormula : Refusal;
