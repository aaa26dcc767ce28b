using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>
/// What must come back unchanged, within five minutes and from the same browser: kept by that browser, in a cookie that it can neither read
/// nor make. One for each purpose and community.
/// </summary>
public sealed class Challenge(IDataProtectionProvider keys, IHttpContextAccessor request, IConfiguration configuration, CurrentCommunity community, IClock clock)
{
    private static readonly Duration Lives = Duration.FromMinutes(5);

    private HttpContext Http => request.HttpContext!;

    public void Give(string purpose, string state, SameSiteMode sameSite = SameSiteMode.Strict)
    {
        var now = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Http.Response.Cookies.Append(purpose, Protector(purpose).Protect($"{now} {state}"), Options(sameSite));
    }

    /// <summary>What was given to this browser, once; null when there is none, it is too old, or it was made by somebody else.</summary>
    public string? Take(string purpose)
    {
        var given = Http.Request.Cookies[purpose];
        Http.Response.Cookies.Delete(purpose, Options(SameSiteMode.Strict));
        return given is null ? null : Read(purpose, given);
    }

    private string? Read(string purpose, string given)
    {
        try
        {
            var parts = Protector(purpose).Unprotect(given).Split(' ', 2);
            var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            return age >= Duration.Zero && age < Lives ? parts[1] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => keys.CreateProtector("Nabij.Challenge", purpose, community.Id.Value.ToString("N"));

    private CookieOptions Options(SameSiteMode sameSite) =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            SameSite = sameSite,
            Secure = configuration.GetValue("Cookies:OnlySecure", defaultValue: true),
            MaxAge = Lives.ToTimeSpan(),
            IsEssential = true,
        };
}
