using System.Buffers;
using System.Text;

namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>The properties that are read; all others are skipped.</summary>
internal enum PropertyName
{
    Other,
    Begin,
    End,
    Uid,
    DtStart,
    DtEnd,
    Duration,
    RRule,
    ExRule,
    RDate,
    ExDate,
    RecurrenceId,
    Sequence,
    DtStamp,
    Created,
    LastModified,
    Status,
    Summary,
    Description,
    Location,
    Url,
    Organizer,
    Contact,
    Geo,
    Class,
    Categories,
    Transp,
    Color,
    Image,
    Conference,
    Version,
    ProdId,
    Method,
    Name,
    RefreshInterval,
    Source,
    CalendarName,
    CalendarDescription,
    CalendarZone,
    PublishedTtl,
    TzId,
    TzOffsetFrom,
    TzOffsetTo,
    TzName,
    LicLocation,
}

internal static class PropertyNames
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8
    );

    public static bool IsName(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(NameBytes);

    public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    public static PropertyName Of(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            3 => Same(name, "UID"u8) ? PropertyName.Uid
            : Same(name, "END"u8) ? PropertyName.End
            : Same(name, "URL"u8) ? PropertyName.Url
            : Same(name, "GEO"u8) ? PropertyName.Geo
            : PropertyName.Other,
            4 => Same(name, "NAME"u8) ? PropertyName.Name
            : Same(name, "TZID"u8) ? PropertyName.TzId
            : PropertyName.Other,
            5 => Same(name, "DTEND"u8) ? PropertyName.DtEnd
            : Same(name, "BEGIN"u8) ? PropertyName.Begin
            : Same(name, "RRULE"u8) ? PropertyName.RRule
            : Same(name, "RDATE"u8) ? PropertyName.RDate
            : Same(name, "CLASS"u8) ? PropertyName.Class
            : Same(name, "COLOR"u8) ? PropertyName.Color
            : Same(name, "IMAGE"u8) ? PropertyName.Image
            : PropertyName.Other,
            6 => Same(name, "STATUS"u8) ? PropertyName.Status
            : Same(name, "EXDATE"u8) ? PropertyName.ExDate
            : Same(name, "EXRULE"u8) ? PropertyName.ExRule
            : Same(name, "TRANSP"u8) ? PropertyName.Transp
            : Same(name, "METHOD"u8) ? PropertyName.Method
            : Same(name, "PRODID"u8) ? PropertyName.ProdId
            : Same(name, "SOURCE"u8) ? PropertyName.Source
            : Same(name, "TZNAME"u8) ? PropertyName.TzName
            : PropertyName.Other,
            7 => Same(name, "DTSTART"u8) ? PropertyName.DtStart
            : Same(name, "DTSTAMP"u8) ? PropertyName.DtStamp
            : Same(name, "SUMMARY"u8) ? PropertyName.Summary
            : Same(name, "CREATED"u8) ? PropertyName.Created
            : Same(name, "CONTACT"u8) ? PropertyName.Contact
            : Same(name, "VERSION"u8) ? PropertyName.Version
            : PropertyName.Other,
            8 => Same(name, "LOCATION"u8) ? PropertyName.Location
            : Same(name, "DURATION"u8) ? PropertyName.Duration
            : Same(name, "SEQUENCE"u8) ? PropertyName.Sequence
            : PropertyName.Other,
            9 => Same(name, "ORGANIZER"u8) ? PropertyName.Organizer : PropertyName.Other,
            10 => Same(name, "CATEGORIES"u8) ? PropertyName.Categories
            : Same(name, "CONFERENCE"u8) ? PropertyName.Conference
            : Same(name, "TZOFFSETTO"u8) ? PropertyName.TzOffsetTo
            : PropertyName.Other,
            11 => Same(name, "DESCRIPTION"u8) ? PropertyName.Description : PropertyName.Other,
            12 => Same(name, "TZOFFSETFROM"u8) ? PropertyName.TzOffsetFrom
            : Same(name, "X-WR-CALNAME"u8) ? PropertyName.CalendarName
            : Same(name, "X-WR-CALDESC"u8) ? PropertyName.CalendarDescription
            : PropertyName.Other,
            13 => Same(name, "LAST-MODIFIED"u8) ? PropertyName.LastModified
            : Same(name, "RECURRENCE-ID"u8) ? PropertyName.RecurrenceId
            : Same(name, "X-WR-TIMEZONE"u8) ? PropertyName.CalendarZone
            : PropertyName.Other,
            14 => Same(name, "X-LIC-LOCATION"u8) ? PropertyName.LicLocation : PropertyName.Other,
            15 => Same(name, "X-PUBLISHED-TTL"u8) ? PropertyName.PublishedTtl : PropertyName.Other,
            16 => Same(name, "REFRESH-INTERVAL"u8) ? PropertyName.RefreshInterval : PropertyName.Other,
            _ => PropertyName.Other,
        };
}
