using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts.Organisations;

/// <summary>A provider that answers with whatever token a test wants, over the wire.</summary>
internal sealed class RogueProvider : IAsyncDisposable
{
    public const string ClientId = "nabij";
    public const string Secret = "een geheim van minstens tweeëndertig tekens";

    private readonly RsaSecurityKey own = NewKey("eigen");
    private readonly string subject = $"anja {Guid.CreateVersion7()}";
    private readonly WebApplication app;

    private RogueProvider(WebApplication app) => this.app = app;

    public string Issuer => app.Urls.First();
    public string Endpoint => new Uri(Issuer).Authority;

    /// <summary>What it says that it is called; null is the truth.</summary>
    public string? CallsItself { get; set; }
    public string Token { get; set; } = "";
    public int TimesAsked { get; private set; }

    public static async Task<RogueProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var rogue = new RogueProvider(builder.Build());
        rogue.app.MapGet("/.well-known/openid-configuration", rogue.Configuration);
        rogue.app.MapGet("/keys", () => Results.Text(rogue.Keys(), "application/json"));
        rogue.app.MapPost("/token", rogue.Redeem);
        await rogue.app.StartAsync();
        return rogue;
    }

    /// <summary>A token that is right in everything, but for what the test changes.</summary>
    public string TokenFor(string nonce, Instant now, Action<Dictionary<string, object>>? but = null, RsaSecurityKey? key = null, string? issuer = null, object? audience = null)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = issuer ?? Issuer,
            ["aud"] = audience ?? ClientId,
            ["sub"] = subject,
            ["exp"] = (now + Duration.FromMinutes(5)).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nonce"] = nonce,
            ["email"] = "anja@welzijn.example",
        };
        but?.Invoke(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(JsonSerializer.Serialize(claims), new SigningCredentials(key ?? own, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>The same token without a signature, which says so itself.</summary>
    public static string Unsigned(string token) => $"{Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8)}.{token.Split('.')[1]}.";

    /// <summary>The same token, signed with what both sides know.</summary>
    public static string SignedWithSecret(string token, string secret)
    {
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT","kid":"eigen"}"""u8)}.{token.Split('.')[1]}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>What everybody may know of its key, as text: a secret to who takes a public key for one.</summary>
    public string PublicKey => Keys();

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Configuration() =>
        Results.Json(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["issuer"] = CallsItself ?? Issuer,
                ["authorization_endpoint"] = $"{Issuer}/authorize",
                ["token_endpoint"] = $"{Issuer}/token",
                ["jwks_uri"] = $"{Issuer}/keys",
                ["authorization_response_iss_parameter_supported"] = true,
            }
        );

    private string Keys()
    {
        var key = own.Rsa.ExportParameters(includePrivateParameters: false);
        var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"eigen","alg":"RS256","n":"{{n}}","e":"{{e}}"}]}""";
    }

    private IResult Redeem()
    {
        TimesAsked++;
        return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["id_token"] = Token, ["token_type"] = "Bearer", ["access_token"] = "x" });
    }
}
