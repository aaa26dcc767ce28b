using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.SigningUp;

/// <summary>What is typed by who wants to do something, as it was typed.</summary>
public sealed class SignUpForm
{
    /// <summary>Made when the form is shown, so that a form that is sent twice signs up once.</summary>
    public string? Id { get; set; } = Guid.CreateVersion7().ToString();
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Contact { get; set; }
    public string? As { get; set; }
    public string? Organisation { get; set; }
    public string? Wish { get; set; }

    /// <summary>How it came to the desk.</summary>
    public string? Via { get; set; }

    public VolunteerId VolunteerId => Guid.TryParse(Id, out var id) ? new(id) : VolunteerId.New();

    public VolunteerWish Read() =>
        new(
            Typed.Value<VolunteerRole>(As) ?? VolunteerRole.Volunteer,
            Guid.TryParse(Organisation, out var organisation) ? new OrganisationId(organisation) : null,
            Wish ?? ""
        );
}
