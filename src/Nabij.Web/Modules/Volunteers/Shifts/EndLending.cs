using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Shifts;

/// <summary>It does not go on: the organisation needs its member itself, the member cannot, or the work is not needed.</summary>
public sealed class EndLending(ShiftStandings standings, VolunteerNews news, Changes changes, CurrentPerson current)
{
    public Task<Refusal?> TakeBackAsync(ShiftId id, CancellationToken ct) => HandleAsync(ShiftAct.TakeBack, id, (s, now) => s.TakeBack(now), ct);

    public Task<Refusal?> DropOutAsync(ShiftId id, CancellationToken ct) => HandleAsync(ShiftAct.DropOut, id, (s, now) => s.DropOut(now), ct);

    public Task<Refusal?> CallOffAsync(ShiftId id, CancellationToken ct) => HandleAsync(ShiftAct.CallOff, id, (s, now) => s.CallOff(now), ct);

    /// <summary>The member stops or is away: their shift needs somebody else. Saved by the caller.</summary>
    /// <param name="shift">For which they were offered or lent.</param>
    /// <param name="how">What happened.</param>
    /// <param name="by">Who said so, and need not hear it.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task FreeAsync(Shift shift, Func<Shift, Instant, Refusal?> how, PersonId? by, CancellationToken ct)
    {
        if (shift.Current is not { } lending || how(shift, changes.Now) is not null)
            return;
        await news.TellOffAsync(shift, lending, by, ct);
        await changes.FollowAsync(shift, lending.Person, ct);
    }

    /// <summary>The member is forgotten: who has the work hears that somebody else is to be found, without a name. Saved by the caller.</summary>
    public async Task ForgetAsync(Shift shift, CancellationToken ct)
    {
        if (shift.Current is not { } lending || shift.DropOut(changes.Now) is not null)
            return;
        await news.TellGoneAsync(shift, lending, ct);
        await changes.FollowAsync(shift, lending.Person, ct);
    }

    private async Task<Refusal?> HandleAsync(ShiftAct act, ShiftId id, Func<Shift, Instant, Refusal?> end, CancellationToken ct)
    {
        var (shift, refusal) = await standings.MayAsync(act, id, ct);
        if (shift is null)
            return refusal;
        var lending = shift.Current;
        if (end(shift, changes.Now) is { } refused)
            return refused;
        if (lending is not null)
            await news.TellOffAsync(shift, lending, current.IdOrNone, ct);
        return await changes.SaveAsync(shift, ct) ? null : new ShiftChangedMeanwhile();
    }
}
