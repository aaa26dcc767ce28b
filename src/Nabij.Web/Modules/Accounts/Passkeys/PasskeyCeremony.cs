using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Nabij.Kernel;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>
/// The two ceremonies of WebAuthn: a browser gets a challenge, its key signs it, and ASP.NET Core Identity judges. This is the only place that
/// reads the request; what a key may do is for the commands.
/// </summary>
public sealed class PasskeyCeremony(IPasskeyHandler<PasskeyHolder> handler, Challenge challenge, IHttpContextAccessor request)
{
    private const string Registering = "sleutel-maken";
    private const string SigningIn = "sleutel-tonen";

    private HttpContext Http => request.HttpContext!;

    /// <summary>What the browser is to ask a key for: options of <c>navigator.credentials.create</c>.</summary>
    public async Task<string> BeginRegisteringAsync(PersonId person, string name)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = new PasskeyHolder(person).Id, Name = name, DisplayName = name }, Http);
        challenge.Give(Registering, options.AttestationState!);
        return options.CreationOptionsJson;
    }

    public async Task<(UserPasskeyInfo Key, string Once)?> FinishRegisteringAsync(PersonId person, string credentialJson)
    {
        var state = challenge.Take(Registering);
        var judged = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = credentialJson, AttestationState = state });
        return state is not null && judged is { Succeeded: true } && judged.UserEntity.Id == new PasskeyHolder(person).Id ? (judged.Passkey, state) : null;
    }

    /// <summary>What the browser is to ask any key for: options of <c>navigator.credentials.get</c>.</summary>
    public async Task<string> BeginSigningInAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, Http);
        challenge.Give(SigningIn, options.AssertionState!);
        return options.RequestOptionsJson;
    }

    public async Task<(PersonId Person, UserPasskeyInfo Key, string Once)?> FinishSigningInAsync(string credentialJson)
    {
        var state = challenge.Take(SigningIn);
        var judged = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = credentialJson, AssertionState = state });
        return state is not null && judged is { Succeeded: true } ? (judged.User.Person, judged.Passkey, state) : null;
    }

    public static string IdOf(UserPasskeyInfo key) => Base64Url.EncodeToString(key.CredentialId);

    /// <summary>
    /// The page on which a key was used must be ours. Its address is signed along by the key; it is compared with the address of this request, and
    /// never with what else the request says.
    /// </summary>
    public static ValueTask<bool> IsOurPageAsync(PasskeyOriginValidationContext page)
    {
        var asked = page.HttpContext.Request;
        var isOurs =
            !page.CrossOrigin
            && Uri.TryCreate(page.Origin, UriKind.Absolute, out var origin)
            && origin.Authority.Equals(new Uri($"{origin.Scheme}://{asked.Host}").Authority, StringComparison.OrdinalIgnoreCase)
            && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == asked.Scheme);
        return new(isOurs);
    }
}
