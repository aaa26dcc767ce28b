using System.Collections.Concurrent;
using System.Text;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Ui.Theming;

namespace Nabij.Host;

/// <summary>The colours of a community, as a small style sheet of its own behind the one that all share.</summary>
public static class CommunityTheme
{
    private static readonly ConcurrentDictionary<string, (string Css, string Hash)> Sheets = new(StringComparer.Ordinal);

    /// <summary>Its address within the community, with a hash of what is in it.</summary>
    public static string Href(Community community) => $"thema.css?v={Sheet(community).Hash}";

    public static IResult Serve(CurrentCommunity community, HttpContext http)
    {
        if (!community.IsKnown)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(Sheet(community.Entered).Css, "text/css", Encoding.UTF8);
    }

    private static (string Css, string Hash) Sheet(Community community) =>
        Sheets.GetOrAdd(
            community.Theme,
            name =>
            {
                var css = ThemeCss.For(ThemeChoice.Named(name) ?? ThemeChoice.Basis);
                return (css, Assets.HashOf(Encoding.UTF8.GetBytes(css)));
            }
        );
}
