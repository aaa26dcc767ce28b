using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Modules.Accounts.Data;
using NodaTime;

namespace Nabij.Modules.Accounts.Forgetting;

/// <summary>Codes are forgotten after a day; until then they count for the limits.</summary>
public sealed class ForgetSignInCodesJob(NabijDb db, IClock clock) : ICommunityJob
{
    private static readonly Duration KeptFor = Duration.FromDays(1);

    public Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant() - KeptFor;
        return db.SignInCodes.Where(c => c.AskedAt < before).ExecuteDeleteAsync(ct);
    }
}
