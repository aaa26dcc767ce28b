using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Meeting;

/// <summary>When and where the first meeting is, as it was typed.</summary>
public sealed class PlanForm
{
    public string? Day { get; set; }
    public string? Time { get; set; }
    public string? Where { get; set; }

    public Instant? At => Typed.Date(Day) is { } day && Typed.Time(Time) is { } time ? day.InstantAt(time) : null;
}

/// <summary>What came of the first meeting, as it was typed.</summary>
public sealed class OutcomeForm
{
    public const string NotNow = "nee";

    public string? As { get; set; }
    public string? Organisation { get; set; }
    public string? NeedsVog { get; set; }
    public string? Note { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Go { get; set; }

    public AgreedAtMeeting Read(Volunteer known) =>
        new(
            Typed.Value<VolunteerRole>(As) ?? known.As,
            Guid.TryParse(Organisation, out var organisation) ? new OrganisationId(organisation) : null,
            NeedsVog == "true",
            Note ?? ""
        );
}
