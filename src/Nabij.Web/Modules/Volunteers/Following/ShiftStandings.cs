using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Following;

/// <summary>Finds out what somebody is to a shift, and so whether it exists for them.</summary>
public sealed class ShiftStandings(NabijDb db, CurrentPerson current)
{
    /// <summary>The shift, if who is signed in may do this with it now; else why not.</summary>
    public async Task<(Shift? Shift, Refusal? Refusal)> MayAsync(ShiftAct act, ShiftId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } shift)
            return (null, new NoSuchShift());
        var standing = Of(shift);
        return shift.Allows(act, standing) ? (shift, null)
            : shift.MayRead(standing) ? (null, new ShiftChangedMeanwhile())
            : (null, new NoSuchShift());
    }

    public Task<Shift?> FindAsync(ShiftId id, CancellationToken ct) => db.Shifts.Include(s => s.Lendings).SingleOrDefaultAsync(s => s.Id == id, ct);

    public ShiftStanding Of(Shift shift)
    {
        if (!current.IsKnown)
            return ShiftStanding.Nobody;
        var lender = shift.Lendings.OrderBy(l => l.OfferedAt).LastOrDefault()?.Lender;
        return When(current.Is(Role.DistrictSupporter), ShiftStanding.Desk)
            | When(shift.Organisation is { } own && IsEditorOf(own), ShiftStanding.Borrower)
            | When(shift.Circle is { } circle && current.ScopesOf(Role.Connector).Contains(circle.Value), ShiftStanding.Borrower)
            | When(lender is { } organisation && IsEditorOf(organisation), ShiftStanding.Lender)
            | When(shift.Current?.Person == current.Id, ShiftStanding.Volunteer)
            | When(current.ScopesOf(Role.Editor).Count > 0, ShiftStanding.Colleague);
    }

    private bool IsEditorOf(OrganisationId organisation) => current.ScopesOf(Role.Editor).Contains(organisation.Value);

    private static ShiftStanding When(bool holds, ShiftStanding standing) => holds ? standing : ShiftStanding.Nobody;
}
