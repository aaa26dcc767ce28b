using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Trails;
using Nabij.Modules.Coordination.Data;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Coordination.Duty;

/// <summary>Keeps the one number, its hours in words, and what is said outside them.</summary>
public sealed class KeepNumber(NabijDb db, CurrentCommunity community, CommunityDirectory directory, Trail trail)
{
    private const int MostDigits = 20;
    private const int MostWords = 120;

    public async Task<string> OutsideAsync(CancellationToken ct) => await db.OutsideHours.Select(o => o.Words).SingleOrDefaultAsync(ct) ?? "";

    public async Task<Refusal?> HandleAsync(string number, string hours, string outside, CancellationToken ct)
    {
        if (PhoneNumber.Read(number) is null || number.Trim().Length > MostDigits || hours.Trim().Length > MostWords)
            return new OneNumberUnclear();
        var words = await db.OutsideHours.SingleOrDefaultAsync(ct) ?? db.Add(new OutsideHours()).Entity;
        if (words.Say(outside) is { } refusal)
            return refusal;
        var kept = await db.Communities.SingleAsync(c => c.Id == community.Id, ct);
        (kept.PhoneNumber, kept.OfficeHours) = (number.Trim(), hours.Trim());
        trail.Note(Subject.Of(community.Id), null, "Coordination.Trail.NumberChanged");
        await db.TrySaveAsync(ct);
        directory.Forget();
        return null;
    }
}
