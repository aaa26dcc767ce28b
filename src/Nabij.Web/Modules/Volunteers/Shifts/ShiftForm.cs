using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>What the work is and when, as it was typed.</summary>
public sealed class ShiftForm
{
    private const string CirclePrefix = "cirkel-";

    /// <summary>Made when the form is shown, so that a form that is sent twice asks once.</summary>
    public string? Id { get; set; } = Guid.CreateVersion7().ToString();

    /// <summary>The organisation, or the circle with its prefix.</summary>
    public string? Owner { get; set; }
    public string? Title { get; set; }
    public string? Where { get; set; }
    public string? First { get; set; }
    public string? Last { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    public ShiftId ShiftId => Guid.TryParse(Id, out var id) ? new(id) : ShiftId.New();

    public static string Of(CircleId circle) => CirclePrefix + circle.Value;

    public Borrower Borrower =>
        Owner is { } owner && owner.StartsWith(CirclePrefix, StringComparison.Ordinal)
            ? new(null, Guid.TryParse(owner[CirclePrefix.Length..], out var circle) ? new CircleId(circle) : null)
            : new(Guid.TryParse(Owner, out var organisation) ? new OrganisationId(organisation) : null, null);

    /// <summary>The work, or what is missing. Without a last day it is one day.</summary>
    public (ShiftWork? Work, Refusal? Missing) Read()
    {
        if (Typed.Date(First) is not { } first)
            return (null, new ShiftNeedsDay());
        if (Typed.Date(Last) is null && !string.IsNullOrWhiteSpace(Last))
            return (null, new ShiftEndsBeforeItBegins());
        var (from, until) = (Typed.Time(From), Typed.Time(Until));
        if (from is null && !string.IsNullOrWhiteSpace(From) || until is null && !string.IsNullOrWhiteSpace(Until))
            return (null, new ShiftTimesAreWrong());
        return (new(Title ?? "", Where ?? "", first, Typed.Date(Last) ?? first, from, until), null);
    }
}
