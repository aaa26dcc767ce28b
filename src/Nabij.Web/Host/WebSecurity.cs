using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Nabij.Kernel.Identity;

namespace Nabij.Host;

/// <summary>Who may come in, how much they may send, and what a browser may do with our pages.</summary>
public static class WebSecurity
{
    /// <summary>Longest form in bytes; a page that takes a file says so itself.</summary>
    public const int MaxRequestBytes = 1_000_000;

    /// <summary>An old phone in a cellar: it may be silent for half a minute before we hang up.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void AddWebSecurity(this WebApplicationBuilder builder)
    {
        var secure = builder.Configuration.GetValue("Cookies:OnlySecure", defaultValue: true);
        var policy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Limits.MinRequestBodyDataRate = Slowest;
            kestrel.Limits.MinResponseDataRate = Slowest;
        });
        builder.Services.Configure<FormOptions>(form => form.ValueLengthLimit = MaxRequestBytes);
        builder
            .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "nabij";
                cookie.Cookie.Path = "/";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = policy;
                cookie.ExpireTimeSpan = Session.EndsUnusedAfter.ToTimeSpan();
                cookie.LoginPath = "/inloggen";
                cookie.ReturnUrlParameter = "terug";
            });
        builder.Services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "formulier";
            forgery.Cookie.SecurePolicy = policy;
        });
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundInsteadOfForbidden>();
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddRateLimiter(limits => Limit(limits, builder.Configuration));
    }

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.CacheControl = "no-store";
                return next(http);
            }
        );
    }

    private static void Limit(RateLimiterOptions limits, IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("RateLimit:RequestsPerMinute", defaultValue: 1200);
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            ReadableRequests.IsForErrorPage(http)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "?",
                    _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
                )
        );
    }
}
