using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>Somebody was sent to a provider. What must come back is kept in their browser only; see <see cref="Passkeys.Challenge"/>.</summary>
/// <param name="SignIn">To which organisation.</param>
/// <param name="State">Comes back in the address: the answer is of this browser.</param>
/// <param name="Nonce">Comes back in the token: the token is of this attempt.</param>
/// <param name="Verifier">Shown to the provider with the code, of which it saw the hash before (RFC 7636).</param>
/// <param name="ReturnTo">Where the provider sends them back to; another for each organisation.</param>
/// <param name="Onward">Where they wanted to go.</param>
public sealed record Attempt(Guid SignIn, string State, string Nonce, string Verifier, string ReturnTo, string? Onward)
{
    private const int Bytes = 32;

    public static Attempt At(OrganisationSignInId signIn, Uri returnTo, string? onward) => new(signIn.Value, Chance(), Chance(), Chance(), returnTo.AbsoluteUri, onward);

    /// <summary>The address at the provider to which the browser goes: code flow with PKCE.</summary>
    public string AddressAt(Provider provider, string clientId) =>
        QueryHelpers.AddQueryString(
            provider.Authorize.AbsoluteUri,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["response_type"] = "code",
                ["scope"] = "openid email",
                ["client_id"] = clientId,
                ["redirect_uri"] = ReturnTo,
                ["state"] = State,
                ["nonce"] = Nonce,
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
                ["code_challenge_method"] = "S256",
            }
        );

    private static string Chance() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
