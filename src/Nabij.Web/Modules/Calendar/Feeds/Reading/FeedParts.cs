using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Feeds.Reading;

/// <summary>A link that we dare to show: to the web, and nowhere else.</summary>
internal static class FeedLink
{
    private const int MaxLength = 500;

    public static string Read(string said) =>
        said.Length is > 0 and <= MaxLength
        && Uri.TryCreate(said.Trim(), UriKind.Absolute, out var link)
        && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)
            ? link.AbsoluteUri
            : "";
}

/// <summary>A place on the map; nought and nought, which programs write when they do not know, is none.</summary>
internal static class FeedPoint
{
    public static GeoPoint? Read(string latitude, string longitude) =>
        Degrees(latitude) is { } north and > -90 and < 90 && Degrees(longitude) is { } east and > -180 and < 180 && (north, east) is not (0, 0)
            ? new(east, north)
            : null;

    private static double? Degrees(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}

/// <summary>What an activity is known by when its feed does not say, or says something too long.</summary>
internal static class StandInKey
{
    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts.ToArray()))))[..32];

    public static string Short(string uid) => uid.Length <= FeedItem.MaxKeyLength ? uid : Of(uid);
}

/// <summary>'Bezet', 'Busy': what a calendar program writes when it shares when somebody has no time, not what they do.</summary>
internal static class BusyWords
{
    private static readonly string[] All = ["bezet", "busy", "privé", "private", "free", "vrij", "afwezig", "out of office", "tentative", "voorlopig"];

    public static bool Are(string title) => All.Contains(title.Trim(), StringComparer.OrdinalIgnoreCase);
}
