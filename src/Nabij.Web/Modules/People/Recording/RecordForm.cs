using Nabij.Kernel;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Recording;

/// <summary>What is typed about somebody new, with the yes that they gave.</summary>
public sealed class RecordForm : PersonForm
{
    public const string NoConsent = "None";
    public const string SomebodyElsesWord = "true";

    /// <summary>Made when the form is shown, so that a form that is sent twice writes down one person.</summary>
    public string? Id { get; set; } = Guid.CreateVersion7().ToString();
    public string? Consent { get; set; }
    public string? GivenFor { get; set; }
    public string? SomebodyElse { get; set; }

    public bool IsSomebodyElse => SomebodyElse == SomebodyElsesWord;

    public PersonId PersonId => Guid.TryParse(Id, out var id) ? new(id) : PersonId.New();

    public ConsentWay? Way => Enum.TryParse<ConsentWay>(Consent, out var way) && Enum.IsDefined(way) ? way : null;

    public string? GivenForOrNone => string.IsNullOrWhiteSpace(GivenFor) ? null : GivenFor.Trim();

    public Refusal? RefusalOfConsent =>
        this switch
        {
            { Consent: NoConsent } => new ConsentRefused(),
            { Way: null } => new ConsentNeeded(),
            { GivenForOrNone.Length: > Domain.Consent.MaxGivenForLength } => new NameTooLong(),
            _ => null,
        };

    public static RecordForm About(string? typed) =>
        PersonForm.From(typed ?? "") is var known
            ? new()
            {
                GivenName = known.GivenName,
                FamilyName = known.FamilyName,
                Address = known.Address,
                Mobile = known.Mobile,
                Phone = known.Phone,
                Mail = known.Mail,
            }
            : new();
}

public sealed record ConsentNeeded : Refusal;

public sealed record ConsentRefused : Refusal;
