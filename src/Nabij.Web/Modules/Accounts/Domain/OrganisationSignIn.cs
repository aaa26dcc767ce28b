using Nabij.Kernel;
using Nabij.Modules.Accounts.Contracts;

namespace Nabij.Modules.Accounts.Domain;

/// <summary>An organisation lets its own staff in, by a provider of OpenID Connect: whoever it says has an address of its domain.</summary>
public sealed class OrganisationSignIn(OrganisationId organisation)
{
    public const int MaxNameLength = 120;
    public const int MaxIssuerLength = 300;
    public const int MaxClientIdLength = 200;
    public const int MaxSecretLength = 500;
    public const int MaxDomainLength = 253;
    public const int MaxClaimLength = 60;
    public const string UsualClaim = "email";

    /// <summary>Behind these anybody has an address, so none of them says of which organisation somebody is.</summary>
    private static readonly string[] OfEverybody =
    [
        "caiway.nl", "chello.nl", "gmail.com", "googlemail.com", "hetnet.nl", "hotmail.com", "hotmail.nl", "icloud.com", "kpnmail.nl", "kpnplanet.nl",
        "live.com", "live.nl", "me.com", "msn.com", "outlook.com", "planet.nl", "proton.me", "protonmail.com", "quicknet.nl", "telfort.nl", "upcmail.nl",
        "xs4all.nl", "yahoo.com", "yahoo.nl", "zeelandnet.nl", "ziggo.nl",
    ];

    public OrganisationSignInId Id { get; private init; } = OrganisationSignInId.New();
    public OrganisationId Organisation { get; private init; } = organisation;
    public string Name { get; private set; } = "";
    public string Issuer { get; private set; } = "";
    public string ClientId { get; private set; } = "";
    public string ClientSecret { get; private set; } = "";
    public string MailDomain { get; private set; } = "";
    public string Claim { get; private set; } = UsualClaim;

    public OrganisationSignInDetails Details => new(Name, Issuer, ClientId, "", MailDomain, Claim);

    public Refusal? Describe(OrganisationSignInDetails details)
    {
        var domain = details.MailDomain.Trim().TrimStart('@').ToLowerInvariant();
        if (RefusalOf(details, domain) is { } refusal)
            return refusal;

        (Name, Issuer, ClientId, MailDomain) = (details.Name.Trim(), details.Issuer.Trim(), details.ClientId.Trim(), domain);
        Claim = details.Claim.Trim() is { Length: > 0 } claim ? claim : UsualClaim;
        if (details.ClientSecret.Trim() is { Length: > 0 } secret)
            ClientSecret = secret;
        return null;
    }

    /// <summary>Whether this is an address of the organisation: what stands behind its last @ is the domain, wholly.</summary>
    public bool Has(string mailAddress) => mailAddress.LastIndexOf('@') is > 0 and var at && mailAddress[(at + 1)..].Equals(MailDomain, StringComparison.OrdinalIgnoreCase);

    private Refusal? RefusalOf(OrganisationSignInDetails details, string domain) =>
        details switch
        {
            _ when details.Name.Trim().Length is 0 or > MaxNameLength => new SignInNeedsName(),
            _ when details.Issuer.Trim().Length is 0 or > MaxIssuerLength || !Uri.TryCreate(details.Issuer.Trim(), UriKind.Absolute, out _) => new ProviderNotAnAddress(),
            _ when details.ClientId.Trim().Length is 0 or > MaxClientIdLength => new ProviderNeedsClient(),
            _ when details.ClientSecret.Trim().Length > MaxSecretLength || (details.ClientSecret.Trim().Length == 0 && ClientSecret.Length == 0) => new ProviderNeedsSecret(),
            _ when OfEverybody.Contains(domain, StringComparer.Ordinal) => new DomainOfEverybody(),
            _ when domain.Length is < 4 or > MaxDomainLength || !domain.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(domain) is not UriHostNameType.Dns => new NotAMailDomain(),
            _ when details.Claim.Trim().Length > MaxClaimLength => new ProviderNeedsClient(),
            _ => null,
        };
}

public readonly record struct OrganisationSignInId(Guid Value) : ITypedId<OrganisationSignInId>
{
    public static OrganisationSignInId New() => new(Guid.CreateVersion7());

    public static OrganisationSignInId From(Guid value) => new(value);
}

public sealed record SignInNeedsName : Refusal;

public sealed record ProviderNotAnAddress : Refusal;

public sealed record ProviderNeedsClient : Refusal;

public sealed record ProviderNeedsSecret : Refusal;

public sealed record NotAMailDomain : Refusal;

public sealed record DomainOfEverybody : Refusal;

public sealed record DomainTaken : Refusal;

public sealed record ProviderDoesNotAnswer : Refusal;
