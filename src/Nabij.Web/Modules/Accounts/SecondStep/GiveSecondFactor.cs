using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using NodaTime;

namespace Nabij.Modules.Accounts.SecondStep;

/// <summary>
/// Takes the second factor for this session: the code of the authenticator, or a recovery code. Five wrong ones in a row, of whichever
/// kind and from wherever, and none is looked at for an hour.
/// </summary>
public sealed class GiveSecondFactor(NabijDb db, CurrentPerson person, CurrentCommunity community, RecoveryHash hash, Trail trail, IClock clock)
{
    public async Task<Refusal?> HandleAsync(Guid sessionId, string typed, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.Person == person.Id && f.ConfirmedAt != null, ct);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId, ct);
        if (factor is null || session is null)
            return new TimeCodeDoesNotFit();
        if (factor.IsResting(now))
            return new TooManyWrongCodes();

        if (await FitsAsync(factor, typed, now, ct))
            session.VerifiedIn = community.Id;
        else if (factor.IsResting(now))
            trail.Note(Subject.Of(person.Id), person.Id, "Trail.SecondFactorTried");
        // used at the same moment elsewhere, or another guess was faster: then this one counts for nothing
        var isFirst = await db.TrySaveAsync(ct);
        return isFirst && session.VerifiedIn == community.Id ? null : new TimeCodeDoesNotFit();
    }

    private async Task<bool> FitsAsync(SecondFactor factor, string typed, Instant now, CancellationToken ct)
    {
        if (RecoveryCode.Read(typed) is not { } letters)
            return factor.Fits(RecoveryHash.Digits(typed), now);
        var kept = hash.Of(person.Id, letters);
        var code = await db.RecoveryCodes.Of(person.Id).SingleOrDefaultAsync(c => c.Hash == kept && c.UsedAt == null, ct);
        if (code is null)
            return factor.Wrong(now);
        code.Use(now);
        factor.Right();
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.RecoveryCodeUsed");
        return true;
    }
}

public sealed record TimeCodeDoesNotFit : Refusal;

public sealed record TooManyWrongCodes : Refusal;
