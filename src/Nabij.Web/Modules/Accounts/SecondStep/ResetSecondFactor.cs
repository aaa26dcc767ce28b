using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Accounts.SecondStep;

/// <summary>
/// Somebody lost telephone and spare codes, and called: the desk takes their second step away. They are signed out everywhere and told by their
/// own channel, so that it is noticed when it was not they who called. Nobody does this for themselves.
/// </summary>
public sealed class ResetSecondFactor(NabijDb db, CurrentPerson current, SignIn signIn, IReach reach, Trail trail)
{
    public Task<bool> IsThereAsync(PersonId person, CancellationToken ct) =>
        db.SecondFactors.AnyAsync(f => f.Person == person && f.ConfirmedAt != null, ct);

    public bool MayBeFor(PersonId person) => person != current.Id;

    public async Task<Refusal?> HandleAsync(PersonId person, CancellationToken ct)
    {
        if (!MayBeFor(person))
            return new VerifyFirst();
        await db.RecoveryCodes.Of(person).ExecuteDeleteAsync(ct);
        await db.SecondFactors.Where(f => f.Person == person).ExecuteDeleteAsync(ct);
        await signIn.EndAllAsync(person, ct);
        trail.Note(Subject.Of(person), person, "Trail.SecondFactorReset");
        reach.Tell(person, new(Subject.Of(person), "Accounts.Reset", new Dictionary<string, string>(StringComparer.Ordinal)));
        await db.SaveChangesAsync(ct);
        return null;
    }
}
