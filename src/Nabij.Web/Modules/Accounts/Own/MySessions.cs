using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Modules.Accounts.Own;

/// <summary>Where somebody is signed in, the latest first.</summary>
public sealed class MySessions(SignIn signIn, CurrentPerson person, IClock clock)
{
    private const int Most = 40;

    public async Task<IReadOnlyList<Session>> ListAsync(CancellationToken ct) =>
        await signIn.SessionsOf(person.Id).Open(clock.GetCurrentInstant()).OrderByDescending(s => s.StartedAt).ThenBy(s => s.Id).Take(Most).AsNoTracking().ToListAsync(ct);
}
