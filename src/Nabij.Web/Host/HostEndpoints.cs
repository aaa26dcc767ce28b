using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;

namespace Nabij.Host;

/// <summary>Addresses that are not pages: health, the choice of language and of letter size.</summary>
public static class HostEndpoints
{
    public const string LettersCookie = "letters";

    public static void MapHostEndpoints(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        app.MapGet("/thema.css", CommunityTheme.Serve).AllowAnonymous();
        app.MapGet("/taal/{language}", (string language, string? terug, HttpContext http, TextCatalogue texts) =>
                Choose(http, Language.Cookie, texts.In(language).Language, terug)
            )
            .AllowAnonymous();
        app.MapGet("/letters/{size}", (string size, string? terug, HttpContext http) =>
                Choose(http, LettersCookie, size is "groot" ? "groot" : "gewoon", terug)
            )
            .AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(NabijDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Remembers a choice of how pages look and goes back to a page of ours.</summary>
    private static IResult Choose(HttpContext http, string cookie, string value, string? back)
    {
        http.Response.Cookies.Append(
            cookie,
            value,
            new() { Path = "/", MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true }
        );
        var home = $"{http.Request.PathBase}/";
        return Results.LocalRedirect(IsOurs(back) ? back! : home);
    }

    private static bool IsOurs(string? path) =>
        path is ['/', .. var rest] && !rest.StartsWith('/') && !rest.StartsWith('\\');
}
