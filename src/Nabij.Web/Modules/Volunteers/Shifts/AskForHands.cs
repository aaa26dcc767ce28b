using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>An organisation or a circle has work for which it looks for a pair of hands; others see it and may lend somebody.</summary>
public sealed class AskForHands(NabijDb db, Changes changes, CurrentPerson current)
{
    public async Task<Refusal?> HandleAsync(ShiftId id, ShiftWork work, Borrower borrower, CancellationToken ct)
    {
        if (!MayAskFor(borrower))
            return new ShiftNeedsOwner();
        if (work.RefusalOfWork(changes.Today) is { } refusal)
            return refusal;
        if (await IsAskedAsync(id, ct))
            return null;
        var shift = new Shift(id, work, borrower, current.IdOrNone, changes.Now);
        db.Add(shift);
        return await changes.SaveAsync(shift, ct) || await IsAskedAsync(id, ct) ? null : new ShiftChangedMeanwhile();
    }

    /// <summary>The desk asks for everybody; others for the organisation whose page they keep, or the circle that they look after.</summary>
    private bool MayAskFor(Borrower borrower) =>
        borrower switch
        {
            { Organisation: { } organisation, Circle: null } => current.Is(Role.DistrictSupporter) || current.ScopesOf(Role.Editor).Contains(organisation.Value),
            { Organisation: null, Circle: { } circle } => current.Is(Role.DistrictSupporter) || current.ScopesOf(Role.Connector).Contains(circle.Value),
            _ => false,
        };

    private Task<bool> IsAskedAsync(ShiftId id, CancellationToken ct) => db.Shifts.AnyAsync(s => s.Id == id, ct);
}
