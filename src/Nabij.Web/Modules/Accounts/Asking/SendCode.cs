using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.Accounts.SigningIn;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.Asking;

/// <summary>Makes the code and sends it, if somebody here has the address it was asked for. Older codes are void from now on.</summary>
public sealed class SendCode(NabijDb db, WhoHasContact who, IReach reach, CodeHash hash, IClock clock) : IHandle<CodeAsked>
{
    public async Task HandleAsync(CodeAsked happened, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var code = await db.SignInCodes.SingleOrDefaultAsync(c => c.Id == new SignInCodeId(happened.Code), ct);
        if (code is null || !code.IsOpen(now) || await IsOvertakenAsync(code, ct))
            return;
        await EndOlderAsync(code, now, ct);
        if (await who.AnswersToAsync(code.Contact, ct) is not [var first, ..])
            return;

        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        code.Issue(hash.Of(code.Id, digits));
        reach.Tell(first.Id, Telling(code, digits));
    }

    private static Message Telling(SignInCode code, string digits) =>
        new(
            Subject.Of(code.Id),
            "Accounts.Code",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = digits }
        )
        {
            NotAfter = code.ExpiresAt,
            EvenAtNight = true,
            OnlyBy = code.Contact.Contains('@', StringComparison.Ordinal) ? Channel.Mail : Channel.TextMessage,
        };

    private Task<bool> IsOvertakenAsync(SignInCode code, CancellationToken ct) =>
        db.SignInCodes.For(code.ContactFingerprint).AnyAsync(c => c.AskedAt > code.AskedAt, ct);

    private async Task EndOlderAsync(SignInCode code, Instant now, CancellationToken ct)
    {
        var older = await db
            .SignInCodes.For(code.ContactFingerprint)
            .Where(c => c.Id != code.Id && c.EndedAt == null && c.ExpiresAt > now)
            .ToListAsync(ct);
        foreach (var one in older)
        {
            one.End(now);
            await reach.CancelAsync(Subject.Of(one.Id), ct);
        }
    }
}
