using System.Globalization;
using CsvHelper;
using Nabij.Kernel;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Importing;

/// <summary>
/// Reads addresses from a file with the column names of the national register (BAG) or those that people make of them, parted by
/// semicolons, commas or tabs. Line by line, so the file may be long.
/// </summary>
public static class AddressCsv
{
    private static readonly string[] Street = ["openbareruimtenaam", "openbareruimte", "straatnaam", "straat"];
    private static readonly string[] Number = ["huisnummer"];
    private static readonly string[] Letter = ["huisletter"];
    private static readonly string[] Suffix = ["huisnummertoevoeging", "toevoeging"];
    private static readonly string[] PostalCode = ["postcode"];
    private static readonly string[] Town = ["woonplaatsnaam", "woonplaats", "plaatsnaam"];
    private static readonly string[] Longitude = ["lon", "lng", "longitude", "lengtegraad"];
    private static readonly string[] Latitude = ["lat", "latitude", "breedtegraad"];

    private static readonly string[][] Required = [Street, Number, PostalCode, Town, Longitude, Latitude];

    private static readonly CsvReaderOptions Options = new()
    {
        AllowLineBreaksInQuotes = false, // one bad quote must not swallow the rest of the file
        NormalizeHeaderName = Plain,
        PoolStrings = true,
        TrackLineNumbers = true,
        TrimWhitespace = true,
    };

    /// <summary>Each line as an address, or with what is wrong with it.</summary>
    public static IEnumerable<AddressLine> Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, Options);
        while (csv.Read())
            yield return ReadLine(csv);
    }

    /// <summary>The columns that this file should have and has not, by their first name.</summary>
    public static IReadOnlyList<string> MissingColumns(TextReader text)
    {
        using var csv = CsvReader.Create(text, Options);
        csv.ReadHeader();
        return [.. Required.Where(column => !column.Any(name => csv.TryGetFieldIndex(name, out _))).Select(column => column[0])];
    }

    private static AddressLine ReadLine(CsvReader csv)
    {
        var line = (int)csv.LineNumber;
        var (street, town) = (Field(csv, Street), Field(csv, Town));
        if (street.Length is 0 or > Domain.Street.MaxNameLength)
            return new(line, LineFault.NoStreet);
        if (!int.TryParse(Field(csv, Number), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > 99_999)
            return new(line, LineFault.NoNumber);
        var addition = Addition(Field(csv, Letter), Field(csv, Suffix));
        if (addition.Length > KnownAddress.MaxAdditionLength)
            return new(line, LineFault.NoNumber);
        if (WrittenPostalCode(Field(csv, PostalCode)) is not { } postalCode)
            return new(line, LineFault.NoPostalCode);
        if (town.Length is 0 or > Domain.Street.MaxNameLength)
            return new(line, LineFault.NoTown);
        return PlaceOf(csv) is { } at
            ? new(line, null, new(street, number, addition, postalCode, town, at))
            : new(line, LineFault.NoPlace);
    }

    /// <summary>'a', 'a-2', '-2', ' bis': as people write it after the number.</summary>
    private static string Addition(string letter, string suffix) =>
        letter.ToLowerInvariant()
        + (suffix.Length == 0 ? "" : char.IsDigit(suffix[0]) ? $"-{suffix}" : $" {suffix.ToLowerInvariant()}");

    private static string? WrittenPostalCode(string text)
    {
        var code = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var isCode = code.Length == 6 && code[0] is >= '1' and <= '9' && code[..4].All(char.IsAsciiDigit) && code[4..].All(char.IsAsciiLetterUpper);
        return isCode ? $"{code[..4]} {code[4..]}" : null;
    }

    private static GeoPoint? PlaceOf(CsvReader csv) =>
        Degrees(Field(csv, Longitude)) is { } longitude and > 3 and < 7.5 && Degrees(Field(csv, Latitude)) is { } latitude and > 50.5 and < 54
            ? new GeoPoint(longitude, latitude)
            : null;

    private static double? Degrees(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static string Field(CsvReader csv, string[] names)
    {
        foreach (var name in names)
        {
            if (csv.TryGetFieldIndex(name, out var at) && at < csv.FieldCount && csv.GetString(at) is { Length: > 0 } value)
                return value;
        }
        return "";
    }

    private static string Plain(string header) => header.Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}

/// <summary>One line of the file: an address, or a fault.</summary>
public readonly record struct AddressLine(int Line, LineFault? Fault, ReadAddress? Address = null);

/// <summary>An address as the file has it.</summary>
public sealed record ReadAddress(string Street, int Number, string Addition, string PostalCode, string Town, GeoPoint At);

/// <summary>Why a line is not an address.</summary>
public enum LineFault
{
    NoStreet,
    NoNumber,
    NoPostalCode,
    NoTown,
    NoPlace,
}
