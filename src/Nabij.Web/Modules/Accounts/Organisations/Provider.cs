using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Organisations;

/// <summary>A provider of OpenID Connect, as it tells of itself (OpenID Connect Discovery 1.0, section 3).</summary>
/// <param name="Issuer">Its name: the address that it was found by, to the letter.</param>
/// <param name="Authorize">Where a browser is sent to.</param>
/// <param name="Token">Where a code is changed for a token.</param>
/// <param name="Keys">Where its public keys are.</param>
/// <param name="NamesItself">Whether its answers say who they are of (RFC 9207).</param>
public sealed record Provider(string Issuer, Uri Authorize, Uri Token, Uri Keys, bool NamesItself);

/// <summary>Asks providers. What they do wrong is null; they are never followed elsewhere.</summary>
public sealed class AskProvider(HttpClient http, ProviderSettings settings)
{
    private const string WellKnown = "/.well-known/openid-configuration";

    public async Task<Provider?> DiscoverAsync(string issuer, CancellationToken ct)
    {
        if (!Uri.TryCreate(issuer.TrimEnd('/') + WellKnown, UriKind.Absolute, out var address))
            return null;
        if (await SendAsync(new(HttpMethod.Get, address), ct) is not { } told)
            return null;
        using (told)
        {
            var said = told.RootElement;
            return Text(said, "issuer") == issuer
                && Address(said, "authorization_endpoint") is { } authorize
                && Address(said, "token_endpoint") is { } token
                && Address(said, "jwks_uri") is { } keys
                ? new(issuer, authorize, token, keys, said.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind is JsonValueKind.True)
                : null;
        }
    }

    public async Task<IReadOnlyList<SecurityKey>> KeysAsync(Provider provider, CancellationToken ct)
    {
        if (await SendAsync(new(HttpMethod.Get, provider.Keys), ct) is not { } told)
            return [];
        using (told)
            return [.. new JsonWebKeySet(told.RootElement.GetRawText()).GetSigningKeys()];
    }

    /// <summary>Changes a code for the token that says who somebody is; null when the provider does not.</summary>
    public async Task<string?> RedeemAsync(Provider provider, OrganisationSignIn signIn, string code, Attempt attempt, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, provider.Token)
        {
            Content = new FormUrlEncodedContent([
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", attempt.ReturnTo),
                new("code_verifier", attempt.Verifier),
            ]),
        };
        var client = $"{Uri.EscapeDataString(signIn.ClientId)}:{Uri.EscapeDataString(signIn.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client)));
        if (await SendAsync(request, ct) is not { } told)
            return null;
        using (told)
            return Text(told.RootElement, "id_token");
    }

    private async Task<JsonDocument?> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (!settings.Allows(request.RequestUri!))
            return null;
        request.Headers.Accept.Add(new("application/json"));
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
                return null;
            var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            return document.RootElement.ValueKind is JsonValueKind.Object ? document : null;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException || (trouble is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            request.Dispose();
        }
    }

    private Uri? Address(JsonElement said, string name) =>
        Uri.TryCreate(Text(said, name), UriKind.Absolute, out var address) && settings.Allows(address) ? address : null;

    private static string? Text(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
