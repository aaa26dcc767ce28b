using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Directory.Domain;

/// <summary>An organisation of the alliance, the person there to turn to, and what help it takes on.</summary>
public sealed class Organisation
{
    public const int MaxNameLength = 120;
    public const int MaxWhatTheyDoLength = 400;

    /// <summary>What is kept about an organisation is asked after once a year.</summary>
    public static readonly Duration CheckedEvery = Duration.FromDays(365);

    private readonly List<Offer> offers = [];

    public OrganisationId Id { get; private init; } = OrganisationId.New();
    public string Name { get; private set; } = "";
    public string WhatTheyDo { get; private set; } = "";
    public string PhoneNumber { get; private set; } = "";
    public PersonId? ContactPerson { get; private set; }
    public Instant CheckedAt { get; private set; }
    public Instant? LeftAt { get; private set; }
    public IReadOnlyList<Offer> Offers => offers;

    public Instant NextCheck => CheckedAt + CheckedEvery;

    /// <summary>Takes over what was filled in; that it was looked at counts as this year's check.</summary>
    public Refusal? Describe(OrganisationDetails details, Instant now)
    {
        if (details.RefusalOfDetails() is { } refusal)
            return refusal;

        (Name, WhatTheyDo, PhoneNumber) = (details.Name.Trim(), details.WhatTheyDo.Trim(), details.PhoneNumber.Trim());
        ContactPerson = details.ContactPerson;
        offers.RemoveAll(o => !details.Kinds.Contains(o.Kind));
        offers.AddRange(details.Kinds.Where(k => !Takes(k)).Select(k => new Offer(Id, k)));
        CheckedAt = now;
        return null;
    }

    public void LosesContactPerson() => ContactPerson = null;

    public void ConfirmStillTrue(Instant now) => CheckedAt = now;

    public void Leave(Instant now) => LeftAt ??= now;

    public bool Takes(HelpKind kind) => offers.Exists(o => o.Kind == kind);
}

/// <summary>A kind of help that an organisation takes on when no neighbour was found.</summary>
public sealed record Offer(OrganisationId Organisation, HelpKind Kind);

/// <summary>What is filled in about an organisation.</summary>
public sealed record OrganisationDetails(
    string Name,
    string WhatTheyDo,
    string PhoneNumber,
    PersonId? ContactPerson,
    IReadOnlyCollection<HelpKind> Kinds
)
{
    public Refusal? RefusalOfDetails() =>
        this switch
        {
            _ when string.IsNullOrWhiteSpace(Name) => new OrganisationNeedsName(),
            _ when Name.Trim().Length > Organisation.MaxNameLength => new OrganisationNameTooLong(),
            _ when WhatTheyDo.Trim().Length > Organisation.MaxWhatTheyDoLength => new OrganisationTextTooLong(),
            _ when PhoneNumber.Count(char.IsDigit) is < 3 or > 15 => new OrganisationNeedsPhoneNumber(),
            _ => null,
        };
}

public sealed record OrganisationNeedsName : Refusal;

public sealed record OrganisationNameTooLong : Refusal;

public sealed record OrganisationTextTooLong : Refusal;

public sealed record OrganisationNeedsPhoneNumber : Refusal;

public sealed record NoSuchOrganisation : Refusal;

/// <summary>The number or mail address that was typed is nobody's whom we know.</summary>
public sealed record UnknownContactPerson : Refusal;
