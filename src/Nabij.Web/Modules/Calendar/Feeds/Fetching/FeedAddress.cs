using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>The address of a feed as people paste it: 'webcal://…', or without anything before the name.</summary>
public static class FeedAddress
{
    public const int MaxLength = 2000;

    /// <summary>The address that is fetched, or null when this is none.</summary>
    public static Uri? Read(string typed)
    {
        var text = typed.Trim();
        if (text.Length is 0 or > MaxLength)
            return null;
        if (text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("webcals://", StringComparison.OrdinalIgnoreCase))
            text = $"https://{text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..]}";
        else if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address) && address.Host.Length > 0 ? address : null;
    }

    /// <summary>Why this address is not asked; null when it may be.</summary>
    internal static FeedTrouble? Trouble(Uri address, FeedSettings settings) =>
        !IsWeb(address) || address.UserInfo.Length > 0 ? FeedTrouble.NotAWebAddress
        : address.Port is 80 or 443 || settings.TrustsPort(address.Port) ? null
        : FeedTrouble.PortNotAllowed;

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
