using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Nabij.Modules.Accounts.Domain;
using NodaTime;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>What a provider says of who signed in there, believed only after all of OpenID Connect Core 3.1.3.7.</summary>
public sealed record IdToken(string Issuer, string Subject, string MailAddress, bool IsVerified)
{
    /// <summary>Signatures with a private key; never 'none', and never one that whoever knows our secret could make.</summary>
    private static readonly string[] Signatures = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly Duration ClocksDiffer = Duration.FromMinutes(2);

    public static async Task<IdToken?> ReadAsync(string token, IReadOnlyList<SecurityKey> keys, OrganisationSignIn signIn, string nonce, Instant now)
    {
        var judged = await new JsonWebTokenHandler().ValidateTokenAsync(token, Demands(keys, signIn, now));
        return judged is { IsValid: true, SecurityToken: JsonWebToken read } && IsAnswer(read, signIn, nonce) ? Said(read, signIn) : null;
    }

    private static TokenValidationParameters Demands(IReadOnlyList<SecurityKey> keys, OrganisationSignIn signIn, Instant now) =>
        new()
        {
            IssuerSigningKeys = keys,
            RequireSignedTokens = true,
            ValidAlgorithms = Signatures,
            ValidIssuer = signIn.Issuer,
            ValidAudience = signIn.ClientId,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) =>
                until is { } end && Instant.FromDateTimeUtc(end) + ClocksDiffer > now && (from is not { } start || Instant.FromDateTimeUtc(start) - ClocksDiffer <= now),
        };

    /// <summary>The answer to this very question, for us and for nobody else.</summary>
    private static bool IsAnswer(JsonWebToken token, OrganisationSignIn signIn, string nonce) =>
        token.TryGetPayloadValue<string>("nonce", out var said)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(nonce))
        && token.Audiences.Take(2).Count() == 1
        && (!token.TryGetPayloadValue<string>("azp", out var party) || party == signIn.ClientId)
        && token.Subject is { Length: > 0 and <= 255 };

    /// <summary>An address that the provider itself does not vouch for is no address.</summary>
    private static IdToken? Said(JsonWebToken token, OrganisationSignIn signIn) =>
        token.TryGetPayloadValue<string>(signIn.Claim, out var address)
        && !(token.TryGetPayloadValue<bool>("email_verified", out var verified) && !verified)
        && signIn.Has(address)
            ? new(token.Issuer, token.Subject, address, token.Claims.Any(c => c is { Type: "amr", Value: "mfa" }))
            : null;
}
