using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Domain;

namespace Nabij.Modules.Reach.Answering;

/// <summary>Where the gateway brings the text messages that people send back: <c>POST /{community}/sms-antwoord</c>.</summary>
public static class IncomingTextEndpoint
{
    public const string SecretHeader = "X-Gateway-Secret";
    private const string Limit = "incoming-texts";
    private const int MostPerMinute = 300;
    private const int MaxTextLength = 2000;
    private const int MaxNumberLength = 20;

    public static void LimitIncomingTexts(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(limits =>
            limits.AddFixedWindowLimiter(
                Limit,
                window => (window.PermitLimit, window.Window) = (MostPerMinute, TimeSpan.FromMinutes(1))
            )
        );

    public static void MapIncomingTexts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/sms-antwoord", TakeAsync).AllowAnonymous().RequireRateLimiting(Limit);

    private static async Task<IResult> TakeAsync(
        Incoming incoming,
        HttpContext http,
        ReachSettings settings,
        CurrentCommunity community,
        AnswerByText answers,
        CancellationToken ct
    )
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false; // the gateway reads a status, not a page
        if (!community.IsKnown || !Knows(http.Request.Headers[SecretHeader].ToString(), settings.Sms.IncomingSecret))
            return Results.NotFound();
        if (!incoming.IsComplete)
            return Results.BadRequest();
        await answers.HandleAsync(incoming.Id!, incoming.From!, incoming.Text!, ct);
        return Results.NoContent();
    }

    private static bool Knows(string said, string secret) =>
        secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(secret));

    /// <param name="Id">What the gateway calls this text message.</param>
    internal sealed record Incoming(string? Id, string? From, string? Text)
    {
        public bool IsComplete =>
            Id is { Length: > 0 and <= IncomingText.MaxIdLength }
            && From is { Length: > 0 and <= MaxNumberLength }
            && Text is { Length: <= MaxTextLength };
    }
}
