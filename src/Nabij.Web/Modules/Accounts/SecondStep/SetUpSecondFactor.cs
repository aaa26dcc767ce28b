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
/// Sets up the second factor of whoever is signed in: a key is proposed, and counts once a code of it was typed. What is there already
/// is changed only in a session in which it was given.
/// </summary>
public sealed class SetUpSecondFactor(NabijDb db, CurrentPerson person, CurrentCommunity community, RecoveryHash hash, Trail trail, IClock clock)
{
    public Task<SecondFactor?> FindAsync(CancellationToken ct) => db.SecondFactors.SingleOrDefaultAsync(f => f.Person == person.Id, ct);

    public async Task ProposeAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await FindAsync(ct) is { } factor)
            factor.Propose(TimeCode.NewKey(), now);
        else
            db.Add(new SecondFactor(person.Id, TimeCode.NewKey(), now));
        await db.TrySaveAsync(ct);
    }

    /// <summary>The first code was typed: from now on it is asked for. The recovery codes are shown this once.</summary>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refused)> ConfirmAsync(Guid session, string typed, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (await FindAsync(ct) is not { ConfirmedAt: null } factor)
            return ([], new SecondFactorThereAlready());
        if (factor.IsResting(now))
            return ([], new TooManyWrongCodes());
        var fits = factor.Fits(RecoveryHash.Digits(typed), now);
        if (fits)
            factor.Confirm(now);
        if (!fits || await VerifyAsync(session, ct) is null)
        {
            await db.TrySaveAsync(ct);
            return ([], new TimeCodeDoesNotFit());
        }
        var codes = NewCodes();
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.SecondFactorSet");
        return await db.TrySaveAsync(ct) ? (codes, null) : ([], new TimeCodeDoesNotFit());
    }

    /// <summary>Ten other recovery codes; those of before are void.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid session, CancellationToken ct)
    {
        if (!await IsVerifiedAsync(session, ct))
            return [];
        await db.RecoveryCodes.Of(person.Id).ExecuteDeleteAsync(ct);
        var codes = NewCodes();
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.RecoveryCodesRenewed");
        await db.SaveChangesAsync(ct);
        return codes;
    }

    public async Task<Refusal?> RemoveAsync(Guid session, CancellationToken ct)
    {
        if (!await IsVerifiedAsync(session, ct))
            return new VerifyFirst();
        await db.RecoveryCodes.Of(person.Id).ExecuteDeleteAsync(ct);
        await db.SecondFactors.Where(f => f.Person == person.Id).ExecuteDeleteAsync(ct);
        trail.Note(Subject.Of(person.Id), person.Id, "Trail.SecondFactorRemoved");
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Whether the second factor was given in this session, here.</summary>
    public Task<bool> IsVerifiedAsync(Guid session, CancellationToken ct)
    {
        var here = community.Id;
        return db.Sessions.AnyAsync(s => s.Id == session && s.VerifiedIn == here, ct);
    }

    private async Task<Session?> VerifyAsync(Guid id, CancellationToken ct)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, ct);
        session?.VerifiedIn = community.Id;
        return session;
    }

    private IReadOnlyList<string> NewCodes()
    {
        var codes = RecoveryCode.NewOnes();
        db.AddRange(codes.Select(c => new RecoveryCode(person.Id, hash.Of(person.Id, RecoveryCode.Read(c)!))));
        return codes;
    }
}

public sealed record SecondFactorThereAlready : Refusal;

public sealed record VerifyFirst : Refusal;
