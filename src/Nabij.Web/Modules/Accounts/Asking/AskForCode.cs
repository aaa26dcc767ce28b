using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Data;
using Nabij.Modules.Accounts.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Accounts.Asking;

/// <summary>
/// Takes down that a code was asked for. Here nobody looks up whether somebody has the address: <see cref="SendCode"/> does
/// so a moment later, and the page shows and takes the same for everybody.
/// </summary>
public sealed class AskForCode(NabijDb db, SensitiveText sensitive, IClock clock)
{
    public async Task<(SignInCodeId? Code, Refusal? Refused)> HandleAsync(string typed, string remoteAddress, CancellationToken ct)
    {
        var (contact, refusal) = Read(typed);
        if (contact is null)
            return (null, refusal);

        var now = clock.GetCurrentInstant();
        var code = new SignInCode(contact, sensitive.Fingerprint(contact), sensitive.Fingerprint($"remote {remoteAddress}"), now);
        var recent = db.SignInCodes.AskedSince(now - SignInCode.LimitedOver);
        var forContact = await recent.For(code.ContactFingerprint).CountAsync(ct);
        var fromPlace = await recent.CountAsync(c => c.RemoteFingerprint == code.RemoteFingerprint, ct);
        if (SignInCode.RefusalOfAnother(forContact, fromPlace) is { } limit)
            return (null, limit);

        db.Add(code);
        db.Publish(new CodeAsked(code.Id.Value), now);
        await db.SaveChangesAsync(ct);
        return (code.Id, null);
    }

    /// <summary>A code goes by mail or text message; of a landline only its form is looked at, not whose it is.</summary>
    private static (string? Contact, Refusal? Refused) Read(string typed)
    {
        if (MailAddress.Read(typed) is { } mail)
            return (mail, null);
        return PhoneNumber.Read(typed) switch
        {
            null => (null, new ContactUnreadable()),
            var number when PhoneNumber.IsDutch(number) && !PhoneNumber.IsMobile(number) => (null, new LandlineGetsNoCode()),
            var number => (number, null),
        };
    }
}

public sealed record ContactUnreadable : Refusal;

public sealed record LandlineGetsNoCode : Refusal;
