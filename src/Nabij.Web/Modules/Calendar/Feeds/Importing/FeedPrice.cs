using System.Globalization;

namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>'0', '4.50', '€ 4,50', 'gratis': as programs write what it costs.</summary>
internal static class FeedPrice
{
    private static readonly string[] Free = ["gratis", "free", "vrij", "kosteloos"];

    public static int? Cents(string said)
    {
        var text = said.Replace("€", "", StringComparison.Ordinal).Replace("EUR", "", StringComparison.OrdinalIgnoreCase).Replace(",-", "", StringComparison.Ordinal).Trim().Replace(',', '.');
        if (Free.Contains(text, StringComparer.OrdinalIgnoreCase))
            return 0;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros * 100 <= Domain.Activity.MaxCents
            ? (int)Math.Round(euros * 100)
            : null;
    }
}
