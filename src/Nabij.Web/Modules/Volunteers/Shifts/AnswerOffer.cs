using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>The member who is offered, or who has the work, says yes or no. With two times yes the member is lent.</summary>
public sealed class AnswerOffer(ShiftStandings standings, VolunteerNews news, Changes changes, CurrentPerson current)
{
    /// <summary>On the page; the desk passes on what somebody said.</summary>
    public async Task<Refusal?> YesAsync(ShiftId id, LendingSide side, CancellationToken ct)
    {
        var act = side is LendingSide.Volunteer ? ShiftAct.SayYesAsVolunteer : ShiftAct.SayYesAsBorrower;
        var (shift, refusal) = await standings.MayAsync(act, id, ct);
        return shift is null ? refusal : await SayYesAsync(shift, side, current.IdOrNone, ct);
    }

    public async Task<Refusal?> NoAsync(ShiftId id, CancellationToken ct)
    {
        var (shift, refusal) = await standings.MayAsync(ShiftAct.SayNo, id, ct);
        return shift is null ? refusal : await SayNoAsync(shift, current.IdOrNone, ct);
    }

    /// <summary>By link, text message or telephone.</summary>
    public async Task<Refusal?> ReceiveAsync(ShiftId id, LendingId lending, PersonId person, bool yes, CancellationToken ct)
    {
        if (await standings.FindAsync(id, ct) is not { } shift || shift.Current is not { } now || now.Id != lending)
            return new ShiftChangedMeanwhile();
        var side = now.Person == person ? LendingSide.Volunteer : LendingSide.Borrower;
        if (side is LendingSide.Borrower && await news.BorrowerOfAsync(shift, ct) != person)
            return new NoSuchShift();
        if (yes && now.HasYesOf(side))
            return null; // said twice
        return yes ? await SayYesAsync(shift, side, person, ct) : await SayNoAsync(shift, person, ct);
    }

    private async Task<Refusal?> SayYesAsync(Shift shift, LendingSide side, PersonId? by, CancellationToken ct)
    {
        if (shift.SayYes(side, changes.Now) is { } refusal)
            return refusal;
        if (shift.State == ShiftState.Lent)
            await news.TellLentAsync(shift, shift.Current!, ct);
        else
            changes.Note(shift.Id, shift.Current!.Person, side is LendingSide.Volunteer ? "ShiftChange.VolunteerSaidYes" : "ShiftChange.BorrowerSaidYes", by);
        return await changes.SaveAsync(shift, ct, by) ? null : new ShiftChangedMeanwhile();
    }

    private async Task<Refusal?> SayNoAsync(Shift shift, PersonId? by, CancellationToken ct)
    {
        var lending = shift.Current;
        if ((shift.State == ShiftState.Lent ? shift.DropOut(changes.Now) : shift.SayNo(changes.Now)) is { } refusal)
            return refusal;
        await news.TellOffAsync(shift, lending!, by, ct);
        return await changes.SaveAsync(shift, ct, by) ? null : new ShiftChangedMeanwhile();
    }
}
